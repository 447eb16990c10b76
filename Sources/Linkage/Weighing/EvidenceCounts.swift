/// Distinct evidence of pairs with how often each occurs: what expectation-maximisation works on, whatever the number
/// of pairs.
struct EvidenceCounts {
    /// The levels of a pair, and what frequencies add for each class in half bits.
    struct Evidence: Equatable {
        let pattern: Pattern
        private let steps: UInt32

        init(_ pattern: Pattern, _ added: ClassBits) {
            self.pattern = pattern
            steps = Evidence.step(added[0]) | Evidence.step(added[1]) << 8 | Evidence.step(added[2]) << 16
        }

        var added: ClassBits {
            ClassBits(Evidence.bits(steps), Evidence.bits(steps >> 8), Evidence.bits(steps >> 16), 0)
        }

        /// The same in every run, as the order of the evidence must be.
        @inline(__always)
        var mark: UInt64 { mixed(mixed(pattern.bits) ^ UInt64(steps)) }

        /// Half bits around 128.
        private static func step(_ bits: Float) -> UInt32 { UInt32(max(0, min(255, (bits * 2).rounded() + 128))) }
        private static func bits(_ step: UInt32) -> Float { (Float(step & 0xFF) - 128) / 2 }
    }

    private(set) var evidence: [Evidence] = []
    private(set) var counts: [Double] = []

    init(_ all: some Sequence<Evidence>) {
        // One more than the place of what has the mark, the next free slot where two meet; 0 is free.
        var slots = [UInt32](repeating: 0, count: 1 << 12)
        for one in all {
            var slot = Int(truncatingIfNeeded: one.mark) & (slots.count - 1)
            while slots[slot] != 0, evidence[Int(slots[slot]) - 1] != one { slot = (slot + 1) & (slots.count - 1) }
            if slots[slot] != 0 {
                counts[Int(slots[slot]) - 1] += 1
                continue
            }
            evidence.append(one)
            counts.append(1)
            slots[slot] = UInt32(evidence.count)
            if 2 * evidence.count > slots.count { slots = EvidenceCounts.slots(of: evidence, count: 2 * slots.count) }
        }
    }

    private static func slots(of evidence: [Evidence], count: Int) -> [UInt32] {
        var slots = [UInt32](repeating: 0, count: count)
        for (place, one) in evidence.enumerated() {
            var slot = Int(truncatingIfNeeded: one.mark) & (count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
            slots[slot] = UInt32(place + 1)
        }
        return slots
    }
}
