/// Distinct evidence of pairs with how often each occurs: what expectation-maximisation works on, whatever the number
/// of pairs.
struct EvidenceCounts {
    /// The levels of a pair, and what frequencies add for each class in half bits.
    struct Evidence: Hashable {
        let pattern: Pattern
        private let steps: UInt32

        init(_ pattern: Pattern, _ added: ClassBits) {
            self.pattern = pattern
            steps = Evidence.step(added[0]) | Evidence.step(added[1]) << 8 | Evidence.step(added[2]) << 16
        }

        var added: ClassBits {
            ClassBits(Evidence.bits(steps), Evidence.bits(steps >> 8), Evidence.bits(steps >> 16), 0)
        }

        func hash(into hasher: inout Hasher) { hasher.combine(mixed(pattern.bits) ^ UInt64(steps)) }

        /// Half bits around 128.
        private static func step(_ bits: Float) -> UInt32 { UInt32(max(0, min(255, (bits * 2).rounded() + 128))) }
        private static func bits(_ step: UInt32) -> Float { (Float(step & 0xFF) - 128) / 2 }
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
