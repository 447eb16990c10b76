/// Distinct patterns with how often each occurs: what expectation-maximisation works on, whatever the number of pairs.
struct PatternCounts {
    private(set) var patterns: [Pattern] = []
    private(set) var counts: [Double] = []

    /// - Parameter bits: One word a pair; sorted in place.
    init(_ bits: consuming [UInt64]) {
        RadixSort.sort(&bits)
        var last: UInt64?
        for word in bits {
            if word == last {
                counts[counts.count - 1] += 1
            } else {
                patterns.append(Pattern(bits: word))
                counts.append(1)
                last = word
            }
        }
    }

    var total: Double { counts.reduce(0, +) }
}
