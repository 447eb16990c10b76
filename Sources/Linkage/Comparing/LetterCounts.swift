/// How often the letters of a short text occur, four bits a class of letters: a bound on what slips can explain.
struct LetterCounts {
    /// Thirty-two counts, none above 15; letters that differ by 32 share one.
    private(set) var nibbles = SIMD2<UInt64>.zero

    init(_ letters: some Sequence<UInt8>) {
        for letter in letters {
            let (word, shift) = (Int(letter >> 4 & 1), UInt64(letter & 15) * 4)
            if nibbles[word] >> shift & 15 < 15 { nibbles[word] += 1 << shift }
        }
    }

    /// Whether more than `slips` letters must be put, left out or changed to make one text of the other: a change moves
    /// two counts by one, a letter more or less one, and neighbours that are exchanged none.
    @inline(__always)
    static func differ(_ one: SIMD2<UInt64>, _ other: SIMD2<UInt64>, byMoreThan slips: Int) -> Bool {
        let low = SIMD2<UInt64>(repeating: 0x0F0F_0F0F_0F0F_0F0F)
        let even = apart(
            unsafeBitCast(one & low, to: SIMD16<UInt8>.self), unsafeBitCast(other & low, to: SIMD16<UInt8>.self))
        let odd = apart(
            unsafeBitCast(one &>> 4 & low, to: SIMD16<UInt8>.self),
            unsafeBitCast(other &>> 4 & low, to: SIMD16<UInt8>.self))
        // At most 15 a byte in each: no sum of two exceeds a byte, and the sum of all stays below 2¹⁶.
        let both = unsafeBitCast(even &+ odd, to: SIMD2<UInt64>.self)
        let pairs = (both & 0x00FF_00FF_00FF_00FF) &+ (both &>> 8 & 0x00FF_00FF_00FF_00FF)
        let sum = ((pairs[0] &+ pairs[1]) &* 0x0001_0001_0001_0001) &>> 48
        return sum > UInt64(2 * slips)
    }

    @inline(__always)
    private static func apart(_ one: SIMD16<UInt8>, _ other: SIMD16<UInt8>) -> SIMD16<UInt8> {
        pointwiseMax(one, other) &- pointwiseMin(one, other)
    }
}
