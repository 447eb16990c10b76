import Testing

@testable import Linkage

@Suite struct DistanceTests {
    // Winkler (1990) gives 0.961, 0.840 and 0.813 for these pairs, to three digits.
    @Test(arguments: [("martha", "marhta", 0.961), ("dwayne", "duane", 0.840), ("dixon", "dicksonx", 0.813)])
    func jaroWinklerGivesThePublishedFigures(first: String, second: String, published: Double) {
        let value = JaroWinkler.similarity(Array(first.utf8)[...], Array(second.utf8)[...])
        #expect(abs(value - published) < 0.0005)
    }

    @Test(arguments: [
        ("kitten", "kitten", 0), ("abcd", "acbd", 1), ("abcd", "abd", 1), ("abcd", "xbcd", 1), ("ca", "abc", 3),
        ("12345678", "12354687", 2), ("", "ab", 2),
    ])
    func countsSlipsAndSwaps(first: String, second: String, slips: Int) {
        let distance = Array(first.utf8).withUnsafeBufferPointer { one in
            Array(second.utf8).withUnsafeBufferPointer { EditDistance.distance(one, $0, limit: 5) }
        }
        #expect(distance == slips)
    }

    @Test func anAlignmentOfOneNameIsWorthMoreThanOfTwo() {
        let model = EditModel(frequencies: [Double](repeating: 1, count: Symbols.count))
        func bits(_ first: String, _ second: String) -> Float {
            Spelling(first).sounds.withUnsafeBufferPointer { one in
                Spelling(second).sounds.withUnsafeBufferPointer { other in
                    model.scores.withUnsafeBufferPointer { scores in
                        model.mostOfLetters.withUnsafeBufferPointer {
                            Alignment.score(one, other, scores, most: $0)
                        }
                    }
                }
            }
        }
        #expect(bits("Halyna", "Galina") > 10)
        #expect(bits("Halyna", "Zbigniew") < 0)
        #expect(bits("martha", "marhta") > 14)
    }
}
