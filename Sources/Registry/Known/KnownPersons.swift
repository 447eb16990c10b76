package import Access
import Ledger
import Mechanisms
import Synchronization
package import Vocabulary

// Goals, in order: (1) names stay in memory and in circles that do not mix (decision 0198); (2) a question never waits for
// an index to be made: it is told that there is none yet; (3) memory is bounded by persons.

/// The indices by which the register says whether a person seems to be on it already, a circle each.
package final class KnownPersons: Sendable {
    private let ledger: Ledger
    private let book: Book
    private let policy: Policy
    private let most: Int
    private let inside = Mutex(Inside())

    fileprivate struct Inside {
        var indices: [Circle: CircleIndex] = [:]
        /// Circles in the order in which they were asked, the last one last.
        var asked: [Circle] = []
        /// Circles whose index somebody waits for, the first one first.
        var wanted: [Circle] = []
        var mayGoOn = true
        var wake: (@Sendable () -> Void)?
    }

    /// Persons held in all circles together: about a gigabyte (docs/methods/linkage.md).
    package static let mostPersons = 1_500_000
    /// Circles of no more persons are read while somebody waits.
    private static let smallCircle = 100

    init(_ ledger: Ledger, _ book: Book, _ policy: Policy, most: Int = mostPersons) {
        (self.ledger, self.book, self.policy, self.most) = (ledger, book, policy, most)
    }

    /// Calls somebody who makes indices, on a thread of theirs, whenever one is wanted.
    package func whenWanted(_ wake: @escaping @Sendable () -> Void) { inside.withLock { $0.wake = wake } }

    /// Wants an index of every organisation's own persons: after a start.
    package func want(all organisations: [RecordID]) {
        want(organisations.sorted().map { Circle(relation: .ownOrganisation, holder: $0) })
    }

    /// Makes the index that was wanted first, those before all others that somebody asks for.
    ///
    /// - Returns: Whether there was one to make.
    /// - Throws: The ledger's or the store's failure; `CancellationError` where ``stop()`` was called.
    package func makeNext() throws -> Bool {
        guard let (circle, isAsked) = inside.withLock({ $0.next }) else { return false }
        defer { inside.withLock { $0.wanted.removeAll { $0 == circle } } }
        // What nobody has asked for displaces nothing.
        if isAsked || count < most { try make(circle) }
        return true
    }

    /// Lets whatever is being made end unmade: before the ledger is closed.
    package func stop() {
        inside.withLock { inside in
            (inside.mayGoOn, inside.wanted, inside.wake) = (false, [], nil)
        }
    }

    /// Whoever may be the person of a question, the likeliest first, each once; nil where an index is not ready.
    func matches(
        _ texts: [String], in circles: [Circle], least: Double, most: Int
    ) throws -> (matches: [CircleIndex.Match], isWhole: Bool)? {
        guard let indices = try indices(of: circles) else { return nil }
        var best: [RecordID: CircleIndex.Match] = [:]
        for match in indices.flatMap({ $0.matches(texts, least: least, most: most) })
        where match.probability > best[match.record]?.probability ?? 0 {
            best[match.record] = match
        }
        let matches = best.values.sorted {
            $0.probability != $1.probability ? $0.probability > $1.probability : $0.record < $1.record
        }
        return (Array(matches.prefix(most)), indices.allSatisfy(\.isWhole))
    }

    /// Pairs compared by all questions to the indices that are held.
    package var comparisons: Int { inside.withLock { $0.indices.values.map(\.comparisons).reduce(0, +) } }

    /// Persons held.
    package var count: Int { inside.withLock { $0.indices.values.map(\.persons).reduce(0, +) } }

    /// Makes whatever is missing of a reach, at once: for a command, which has nobody to wait for.
    package func make(for reach: Reach, organisations: [RecordID]) throws {
        for circle in Circle.all(of: reach.showing(.identity), organisations: organisations) {
            if inside.withLock({ $0.indices[circle] == nil }) { try make(circle) }
        }
    }

    private func indices(of circles: [Circle]) throws -> [CircleIndex]? {
        var indices: [CircleIndex] = []
        var missing: [Circle] = []
        for circle in circles {
            if let index = try index(of: circle) { indices.append(index) } else { missing.append(circle) }
        }
        if !missing.isEmpty { want(missing) }
        return missing.isEmpty ? indices : nil
    }

    /// The index of a circle at the end of the ledger; nil where it has to be made first.
    private func index(of circle: Circle) throws -> CircleIndex? {
        let kept = inside.withLock { inside in
            inside.asked.removeAll { $0 == circle }
            inside.asked.append(circle)
            return inside.indices[circle]
        }
        if let kept {
            guard try kept.catchUp(with: ledger, book) else {
                inside.withLock { $0.indices[circle] = nil }
                return try small(circle)
            }
            if kept.isStale { want([circle]) }
            return kept
        }
        return try small(circle)
    }

    /// An index that is made in no time; nil for any other.
    private func small(_ circle: Circle) throws -> CircleIndex? {
        guard let reach = reach(of: circle) else { return nil }
        let count = try ledger.count(RecordQuery("person", within: reach), upTo: KnownPersons.smallCircle)
        guard case .exactly = count else { return nil }
        return try make(circle)
    }

    @discardableResult
    private func make(_ circle: Circle) throws -> CircleIndex? {
        guard let reach = reach(of: circle) else { return nil }
        let index = try CircleIndex(ledger, reach, most: most) { inside.withLock { $0.mayGoOn } }
        inside.withLock { $0.keep(index, of: circle, most: most) }
        return index
    }

    private func reach(of circle: Circle) -> Reach? {
        book.mechanism("person").flatMap { circle.reach(under: policy, $0) }
    }

    private func want(_ circles: [Circle]) {
        let wake = inside.withLock { inside in
            inside.wanted += circles.filter { !inside.wanted.contains($0) }
            return inside.wake
        }
        wake?()
    }
}

extension KnownPersons.Inside {
    fileprivate var next: (circle: Circle, isAsked: Bool)? {
        if let circle = wanted.first(where: asked.contains) { return (circle, true) }
        return wanted.first.map { ($0, false) }
    }

    /// Makes room first: what was not asked for longest goes.
    mutating func keep(_ index: CircleIndex, of circle: Circle, most: Int) {
        guard mayGoOn else { return }
        indices[circle] = index
        var others = indices.keys.filter { $0 != circle }.sorted {
            (asked.firstIndex(of: $0) ?? -1, $0) < (asked.firstIndex(of: $1) ?? -1, $1)
        }
        while indices.values.map(\.persons).reduce(0, +) > most, !others.isEmpty {
            indices[others.removeFirst()] = nil
        }
    }
}
