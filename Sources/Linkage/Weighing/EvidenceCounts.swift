/// Distinct evidence of pairs with how often each occurs: what expectation-maximisation works on, whatever the number
/// of pairs.
struct EvidenceCounts {
    /// The levels of a pair, and what frequencies add for each class in half bits.
    struct Evidence: Hashable {
        let pattern: Pattern
        let steps: SIMD4<Int8>

        init(_ pattern: Pattern, _ added: ClassBits) {
            self.pattern = pattern
            let halves = (added * 2).rounded(.toNearestOrAwayFromZero)
            steps = SIMD4<Int8>(
                halves.clamped(lowerBound: ClassBits(repeating: -127), upperBound: ClassBits(repeating: 127)))
        }

        var added: ClassBits { ClassBits(steps) / 2 }
    }

    private(set) var evidence: [Evidence] = []
    private(set) var counts: [Double] = []

    init(_ all: some Sequence<Evidence>) {
        var places: [Evidence: Int] = [:]
        for one in all {
            if let place = places[one] {
                counts[place] += 1
            } else {
                places[one] = evidence.count
                evidence.append(one)
                counts.append(1)
            }
        }
    }
}
