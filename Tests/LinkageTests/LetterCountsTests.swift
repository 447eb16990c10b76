import NumericMethods
import Testing

@testable import Linkage

@Suite struct LetterCountsTests {
    @Test(arguments: [
        ("123456789", "123456789", false), ("123456789", "213456780", false), ("123456789", "1234", true),
        ("111222333", "444555666", true), ("12345678", "98765432", false), ("", "ab", false), ("", "abcde", true),
    ])
    func tellsWhatSlipsCannotExplain(first: String, second: String, differ: Bool) {
        let (one, other) = (LetterCounts(first.utf8), LetterCounts(second.utf8))
        #expect(LetterCounts.differ(one.nibbles, other.nibbles, byMoreThan: 2) == differ)
    }

    /// Letters repeated beyond what four bits count, and every letter there is.
    @Test(arguments: 1...40) func neverExcludesATextThatSlipsExplain(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let alphabet = UInt8.random(in: 1...41, using: &generator)
        let text = (0..<Int.random(in: 0...48, using: &generator)).map { _ in
            UInt8.random(in: 0...alphabet, using: &generator)
        }
        var other = text
        for _ in 0..<2 {
            let place = Int.random(in: 0...other.count, using: &generator)
            if place < other.count, Bool.random(using: &generator) {
                other[place] = UInt8.random(in: 0...41, using: &generator)
            } else {
                other.insert(UInt8.random(in: 0...41, using: &generator), at: place)
            }
        }
        #expect(!LetterCounts.differ(LetterCounts(text).nibbles, LetterCounts(other).nibbles, byMoreThan: 2))
    }
}
