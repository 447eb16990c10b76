import Ledger

// Goals, in order: (1) every word of a text is found, however long the text; (2) a phrase and a beginning of a word mean what
// they mean in the other engine; (3) a word of a number or a title weighs more than one of the text.

/// Folded words as the values of PostgreSQL's text search, without its parser, which parts numbers and words otherwise.
enum WordVector {
    /// A vector has places up to 16,383, 255 for one word, and 1 MB.
    private static let (mostPlaces, mostOfWord, mostBytes) = (16_000, 255, 500_000)
    /// A word has 2,046 bytes there; longer ones are known by their beginning.
    private static let mostOfWordBytes = 2_000
    /// Words at the end of a stretch that stand at the beginning of the next one too, so that no phrase is cut in two.
    static let overlap = 50

    /// The words of a text in one vector, or in as many as they need.
    static func vectors(of text: IndexedText) -> [String] {
        // A place without a word keeps a phrase from reaching out of a number or a title.
        let words =
            TextFolding.words(in: text.number).map { (word: cut($0), weight: "A") } + [("", "")]
            + TextFolding.words(in: text.title).map { (cut($0), "B") } + [("", "")]
            + TextFolding.words(in: text.body).map { (cut($0), "") }
        var vectors: [String] = []
        var start = 0
        while true {
            let (vector, end) = vector(words, from: start)
            vectors.append(vector)
            // A stretch has at least 200 words, more than are repeated.
            guard end < words.count else { return vectors }
            start = end - overlap
        }
    }

    private static func vector(_ words: [(word: String, weight: String)], from start: Int) -> (String, end: Int) {
        var places: [String: [String]] = [:]
        var (bytes, end) = (0, start)
        while end < words.count, end - start < mostPlaces, bytes < mostBytes {
            let (word, weight) = words[end]
            let known = places[word]?.count ?? 0
            guard known < mostOfWord else { break }
            end += 1
            guard !word.isEmpty else { continue }
            places[word, default: []].append("\(end - start)\(weight)")
            bytes += known == 0 ? word.utf8.count + 12 : 2
        }
        let vector = places.map { "\(quoted($0.key)):\($0.value.joined(separator: ","))" }.joined(separator: " ")
        return (vector, end)
    }

    /// Words beside each other, or a beginning of a word.
    static func query(_ phrase: [String]) -> String {
        let words = phrase.prefix(overlap).map { quoted(cut($0)) }.joined(separator: " <-> ")
        return TextQuery.isBeginning(phrase) ? "\(words):*" : words
    }

    private static func cut(_ word: String) -> String {
        word.utf8.count <= mostOfWordBytes ? word : String(decoding: word.utf8.prefix(mostOfWordBytes), as: UTF8.self)
    }

    /// Folded words have letters and digits only; whatever else came would stay a part of its word.
    private static func quoted(_ word: String) -> String {
        "'\(word.replacing("\\", with: "\\\\").replacing("'", with: "''"))'"
    }
}
