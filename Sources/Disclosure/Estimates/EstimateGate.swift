// Goals, in order: (1) nobody who knows the sizes of all lists, the number of persons on them, every method and its seed
// works out an overlap that a table would withhold; (2) no figure without method and interval; (3) the finest rounding for
// which that holds.

/// The gate for estimates: the one place where they become publishable (B99).
///
/// For every overlap that would be withheld in a table it looks for another table of the same lists, each as long as before
/// and with as many persons in all, that has another number there and prints the same figures. It rounds until there is one.
package struct EstimateGate: Sendable {
    /// What some methods say of another table; those that have no answer are missing.
    package typealias Reckoning = (_ counts: [Int], _ methods: Set<String>) -> [EstimateFigures.Method]

    /// Counts from 1 to one below it are withheld in tables.
    package let threshold: Int

    /// - Parameter threshold: That of the releases.
    package init(threshold: Int) { self.threshold = threshold }

    /// Registered persons are never said more exactly.
    private static let finestUnit = 10

    /// - Parameter reckoning: The methods of the figures on another table, with the same settings and seed.
    /// - Throws: D105, D501 to D506.
    package func release(
        _ figures: EstimateFigures, reckoning: Reckoning
    ) throws(DisclosureFailure) -> ReleasedEstimate {
        guard threshold >= 2 else { throw .ruleUnusable(reason: "the threshold must be 2 or more") }
        let main = try checked(figures)
        let secrets = EstimateSecret.all(of: figures, below: threshold)
        var attack = EstimateAttack(figures, secrets)
        guard let unit = attack.protect(main, from: max(main.unit, Self.finestUnit), by: reckoning) else {
            throw .overlapCouldBeReckoned(lists: attack.open.map { figures.name(of: $0.lists) } ?? "")
        }
        var released = [attack.printed(main, unit)]
        var leftOut: [String] = []
        for method in figures.methods.dropFirst() {
            let least = max(method.unit, unit)
            guard method.isWhole, bears(method), let own = attack.protect(method, from: least, by: reckoning) else {
                leftOut.append(method.name)
                continue
            }
            released.append(attack.printed(method, own))
        }
        return ReleasedEstimate(
            figures, methods: released, leftOut: leftOut,
            registered: EstimateAttack.nearest(Double(figures.persons), unit))
    }

    /// - Returns: The method that is published first.
    private func checked(_ figures: EstimateFigures) throws(DisclosureFailure) -> EstimateFigures.Method {
        let lists = figures.lists.count
        guard (2...12).contains(lists), figures.counts.count == 1 << lists, figures.counts[0] == 0,
            figures.counts.allSatisfy({ $0 >= 0 })
        else { throw .estimateUnusable(reason: "its table has not one count for each choice of lists") }
        guard let main = figures.methods.first else { throw .estimateUnusable(reason: "it names no method") }
        guard (50...99).contains(figures.level) else {
            throw .estimateUnusable(reason: "the level of its intervals is not from 50 to 99 per cent")
        }
        let codes = figures.reasons + figures.methods.map(\.name)
        guard codes.allSatisfy({ $0.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 } && !$0.isEmpty }) else {
            throw .estimateUnusable(reason: "a method or a reason is no code of small letters and hyphens")
        }
        guard main.isWhole else { throw .estimateWithoutInterval(method: main.name) }
        guard bears(main) else {
            throw .estimateUnusable(reason: "it is said more exactly than its interval bears")
        }
        guard figures.light != .red else { throw .estimateNotToBePublished(reasons: figures.reasons) }
        for list in 0..<lists where figures.persons(onAllOf: 1 << list, among: figures.counts) < threshold {
            throw .listTooShort(list: figures.lists[list], threshold: threshold)
        }
        let shared = figures.counts.indices.reduce(0) { $1.nonzeroBitCount > 1 ? $0 + figures.counts[$1] : $0 }
        guard shared >= threshold else { throw .tooFewShared(threshold: threshold) }
        return main
    }

    /// A unit of 1, 2 or 5 times a power of ten that is a tenth of the interval or the next below is a 25th at least.
    private func bears(_ method: EstimateFigures.Method) -> Bool {
        method.unit >= 1
            && (method.upper - method.lower <= 20 || Double(method.unit) * 26 >= method.upper - method.lower)
    }
}
