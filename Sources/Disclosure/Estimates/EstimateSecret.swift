/// A number of persons on lists that a table would withhold, and that an estimate must not give away.
struct EstimateSecret: Hashable, Sendable {
    /// By bits.
    let lists: Int
    /// Whether those are meant who are on no other list.
    let isExact: Bool

    func persons(_ figures: EstimateFigures, among counts: [Int]) -> Int {
        isExact ? counts[lists] : figures.persons(onAllOf: lists, among: counts)
    }

    /// Fewer lists first. A list as a whole is none: its size is taken for known.
    static func all(of figures: EstimateFigures, below threshold: Int) -> [EstimateSecret] {
        figures.counts.indices.sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
            .flatMap { lists in
                [true, false].filter { $0 || lists.nonzeroBitCount > 1 }.map {
                    EstimateSecret(lists: lists, isExact: $0)
                }
            }
            .filter { (1..<threshold).contains($0.persons(figures, among: figures.counts)) }
    }
}
