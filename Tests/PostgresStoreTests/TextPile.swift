import Access
import Ledger
import NumericMethods
import Testing
import Vocabulary

/// Texts of no meaning, in five languages.
struct TextPile {
    static let register = record(9_999)

    static func record(_ place: Int) -> RecordID {
        let digits = String(place, radix: 16)
        let name = "0199f5f0-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
        guard let record = RecordID(name) else { preconditionFailure("twelve digits make an id") }
        return record
    }

    static func text(
        _ place: Int, marking: Marking = .public, number: String = "", title: String = "", body: String
    ) throws -> IndexedText {
        try #require(
            IndexedText(record(place), marking: marking, edition: "1", number: number, title: title, body: body))
    }

    /// With what parts words, what is folded, and what begins alike; the accents of some stand apart from their letters.
    private static let words = [
        "lamp", "lamps", "lampshade", "of", "harbour", "harbour's", "9400/26", "9400/1/26", "REV", "1", "12",
        "A/RES/55/25",
        "co-operation", "cooperation", "e-mail", "3.5", "-7", "1e5", "x@y.example", "http://a.example/b?c=1", "AT&T",
        "victimes", "identifiées", "identifie\u{301}es", "l’exploitation", "œuvre", "à", "déjà-vu",
        "niñez", "nin\u{303}ez", "menores", "¿qué?", "vergüenza", "nº", "protecção", "coordenação",
        "coordenac\u{327}a\u{303}o", "ª",
        "الضحايا", "ضَحَايَا", "للضحايا", "حماية", "حمايه", "الاتِّجار", "بالبشر", "مـــن", "٢٠١١", "إلى", "ا\u{654}لى",
        "ال",
        "²", "½", "\u{200F}", "—", "...", "'", "\\", "\"", "a'b", "a\\b", "!", "|", "&", "<->", ":*", "(x)", "c:A",
    ]

    private static func some(_ count: Int, _ random: inout SeededGenerator) -> String {
        (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }

    static func texts(_ random: inout SeededGenerator) throws -> [IndexedText] {
        try (0..<14).map { place in
            try text(
                place, marking: Bool.random(using: &random) ? .public : .professionals,
                number: some(Int.random(in: 0...1, using: &random), &random),
                title: some(Int.random(in: 0...3, using: &random), &random),
                body: some(Int.random(in: 1...25, using: &random), &random))
        }
    }

    /// As somebody types it: words of the pile, beginnings of them, several of them, some with a sign between.
    static func typed(_ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
            let word = words.randomElement(using: &random) ?? ""
            switch Int.random(in: 0...3, using: &random) {
            case 0: return String(word.prefix(Int.random(in: 1...4, using: &random)))
            case 1: return "\(word)-\(words.randomElement(using: &random) ?? "")"
            default: return word
            }
        }.joined(separator: " ")
    }
}
