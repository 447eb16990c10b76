import Synchronization
import Vocabulary

/// How often one address or one session may ask: a bucket of tokens for each, filled again at a steady rate.
///
/// The memory is bounded: when there are too many buckets, those that are full again are forgotten, which changes
/// nothing, and where that is not enough, all of them, which forgives everybody once.
final class RateLimit: Sendable {
    /// How many requests at once, and how many a second in the long run.
    struct Allowance: Hashable, Sendable {
        let atOnce: Double
        let perSecond: Double
    }

    private struct Bucket {
        var tokens: Double
        var filled: Int64
    }

    private let allowance: Allowance
    private let mostBuckets: Int
    private let buckets = Mutex<[String: Bucket]>([:])

    init(_ allowance: Allowance, mostBuckets: Int = 50_000) {
        self.allowance = allowance
        self.mostBuckets = mostBuckets
    }

    /// Takes a token.
    ///
    /// - Returns: Nil where there was one, else the seconds to wait for the next, at least 1.
    func wait(for key: String, at moment: Timestamp) -> Int? {
        buckets.withLock { buckets in
            if buckets.count >= mostBuckets, buckets[key] == nil { makeRoom(in: &buckets, at: moment) }
            var bucket = filled(buckets[key], at: moment)
            defer { buckets[key] = bucket }
            guard bucket.tokens < 1 else {
                bucket.tokens -= 1
                return nil
            }
            return max(1, Int(((1 - bucket.tokens) / allowance.perSecond).rounded(.up)))
        }
    }

    var count: Int { buckets.withLock { $0.count } }

    /// A clock that was set back fills nothing and takes nothing.
    private func filled(_ bucket: Bucket?, at moment: Timestamp) -> Bucket {
        guard let bucket else { return Bucket(tokens: allowance.atOnce, filled: moment.milliseconds) }
        let seconds = Double(max(0, moment.milliseconds - bucket.filled)) / 1000
        return Bucket(
            tokens: min(allowance.atOnce, bucket.tokens + seconds * allowance.perSecond), filled: moment.milliseconds)
    }

    private func makeRoom(in buckets: inout [String: Bucket], at moment: Timestamp) {
        buckets = buckets.filter { filled($0.value, at: moment).tokens < allowance.atOnce }
        if buckets.count >= mostBuckets { buckets = [:] }
    }
}
