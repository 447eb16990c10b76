import Intake
import NumericMethods
import Testing

/// B103, on texts that are made: a number is found wherever it stands, once and as itself; and nothing where there is none.
struct DocumentNumberPropertyTests {
    private static func number(_ random: inout SeededGenerator) -> String {
        let year = Int.random(in: 1995...2026, using: &random)
        let short = String(String(year).suffix(2))
        let small = Int.random(in: 1...999, using: &random)
        return switch Int.random(in: 0..<10, using: &random) {
        case 0: "\(Int.random(in: 5001...19_999, using: &random))/\(short)"
        case 1:
            { (revision: Int) in "\(small + 5100)/\(revision)/\(short) REV \(revision)" }(
                Int.random(in: 1...12, using: &random))
        case 2: "COM(\(year)) \(small) final"
        case 3: "\(year)/\(small)/EU"
        case 4: "(EU) \(year)/\(small)"
        case 5: "A/RES/\(Int.random(in: 31...80, using: &random))/\(small)"
        case 6: "CP(\(year))\(small)"
        case 7: "S/RES/\(small)"
        case 8: "PC.DEC/\(small)"
        default: "P029"
        }
    }

    private static let fillers = [
        "see", "the annex to", "voir", "cf. doc.", "según", "conforme o", "انظر", "on 15/06/2006,", "24/7",
        "in 2006/07",
        "3/4 of", "No. 12", "(", "–", "\n", "«", "tel. +32 2 281 61 11;", "€ 5,000;", "99%", "a.m.", "Article 5(2)",
    ]

    @Test(arguments: 0..<400 as Range<UInt64>)
    func findsNumbersAmongWords(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var text = ""
        var wanted: [String] = []
        for _ in 0..<8 {
            text += (Self.fillers.randomElement(using: &random) ?? "") + " "
            guard Bool.random(using: &random) else { continue }
            let number = Self.number(&random)
            wanted.append(number)
            text += number + [", ", ". ", "; ", ") ", "\n"][Int.random(in: 0..<5, using: &random)]
        }
        let mentions = DocumentNumberReader.mentions(in: text)
        #expect(mentions.map(\.number.canonical) == wanted, "\(text)")
        let scalars = Array(text.unicodeScalars)
        for mention in mentions {
            var written = String.UnicodeScalarView()
            written.append(contentsOf: scalars[mention.range])
            #expect(DocumentNumber(String(written)) == mention.number)
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func readsItsOwnSpellingAgain(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let number = Self.number(&random)
        let read = try #require(DocumentNumber(number))
        #expect(read.canonical == number)
        #expect(DocumentNumber(read.canonical) == read)
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func takesNoDayTelephoneOrFraction(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func any(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        let day = "\(any(1...31))/\(any(1...12))"
        let text = [
            day, "\(day)/\(any(1950...2030))", "\(any(10...31))/\(any(10...12))/06",
            "\(any(1990...2030))/\(any(10...99))",
            "\(any(1...999))/\(any(1...9999))", "tel. \(any(5001...19_999))/\(any(10...39))",
            "+\(any(1...99)) \(any(10...999)) \(any(5001...9999))/\(any(10...39))",
            "\(any(0...23)):\(any(10...59))/\(any(10...59))",
        ].joined(separator: " ; ")
        #expect(DocumentNumberReader.mentions(in: text).map(\.number.canonical) == [], "\(text)")
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func survivesWhateverSigns(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let signs = Array("COMSECAPRTDB()/0123456789.-_ ,;\nREVfinalrésolution قرار°\u{200F}\u{A0}€")
        let text = String((0..<300).compactMap { _ in signs.randomElement(using: &random) })
        let mentions = DocumentNumberReader.mentions(in: text)
        for (first, second) in zip(mentions, mentions.dropFirst()) {
            #expect(first.range.upperBound <= second.range.lowerBound)
        }
        #expect(mentions.allSatisfy { !$0.range.isEmpty && $0.range.upperBound <= text.unicodeScalars.count })
    }
}
