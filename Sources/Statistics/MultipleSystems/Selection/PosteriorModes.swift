/// Hills of a density on a line.
enum PosteriorModes {
    /// A valley parts two hills where it goes down to this share of the lower one.
    private static let valley = 0.5
    /// A hill of less weight is no answer of its own.
    private static let least = 0.02

    /// - Parameters:
    ///   - densities: Weight for each whole number, place by place.
    ///   - shares: Weight of each place.
    ///   - persons: What each place stands for.
    static func find(densities: [Double], shares: [Double], persons: [Int]) -> [DecomposableAverage.Mode] {
        var hills: [(top: Int, share: Double)] = []
        var (top, low, share) = (0, 0, 0.0)
        var lowShare = 0.0
        for place in densities.indices {
            share += shares[place]
            if densities[place] > densities[top] && low <= top {
                (top, low, lowShare) = (place, place, share)
            } else if densities[place] < densities[low] {
                (low, lowShare) = (place, share)
            } else if densities[low] <= valley * min(densities[top], densities[place]),
                densities[place] > densities[low]
            {
                hills.append((top, lowShare))
                share -= lowShare
                (top, low, lowShare) = (place, place, share)
            } else if densities[place] > densities[top] {
                (top, low, lowShare) = (place, place, share)
            }
        }
        hills.append((top, share))
        let total = shares.reduce(0, +)
        let telling = hills.filter { $0.share >= least * total }
        return telling.map { .init(persons: persons[$0.top], probability: $0.share / total) }
    }
}
