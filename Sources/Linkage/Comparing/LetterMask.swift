/// Which symbols a value has, and how many: the processors that we are built for count bits slowly.
struct LetterMask: Hashable {
    private let bits: UInt64
    private static let letters: UInt64 = 1 << 48 - 1

    /// - Parameter letters: A bit for each of ``Symbols``.
    init(_ letters: UInt64) { bits = letters | UInt64(letters.nonzeroBitCount) << 48 }

    /// A bit for each symbol.
    @inline(__always)
    var letters: UInt64 { bits & LetterMask.letters }

    /// How many different symbols there are, the blank among them.
    @inline(__always)
    var count: Int { Int(truncatingIfNeeded: bits >> 48) }

    @inline(__always)
    var hasBlank: Bool { bits & 1 == 1 }

    /// The same without the blank between words.
    var withoutBlank: LetterMask { LetterMask(letters & ~1) }
}
