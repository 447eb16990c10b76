import Vocabulary

/// A day or stretch of days that running text names.
struct DayMention: Hashable {
    let words: String
    /// Nil where any day up to the last is meant.
    let earliest: CalendarDate?
    let latest: CalendarDate

    /// All in a text, the longest words for each: “in spring 2007” is one, not “2007” alone.
    static func all(in words: [Substring]) -> [DayMention] {
        var mentions: [DayMention] = []
        var place = 0
        while place < words.count {
            if let (mention, length) = longest(from: place, in: words) {
                mentions.append(mention)
                place += length
            } else {
                place += 1
            }
        }
        return mentions
    }

    /// Words of a date, at most: “by the end of June 2006”.
    private static let mostWords = 6

    private static func longest(from place: Int, in words: [Substring]) -> (DayMention, Int)? {
        for length in stride(from: min(mostWords, words.count - place), through: 1, by: -1) {
            let window = words[place..<place + length]
            guard window.contains(where: { $0.contains(where: \.isNumber) }) else { return nil }
            if let mention = DayMention(window) { return (mention, length) }
        }
        return nil
    }

    /// Nil where the words are more or less than a day or stretch of days.
    private init?(_ window: ArraySlice<Substring>) {
        func reading(_ words: ArraySlice<Substring>) -> Deadline {
            Deadline(String(words.joined(separator: " ").trimming { ",;:()".contains($0) }))
        }
        var (words, deadline) = (window, reading(window))
        guard let latest = deadline.latest, deadline.kind == .point || deadline.kind == .period else { return nil }
        // “On 17/1/2007 a”: without the words that say nothing.
        for shorter in [{ $0.dropFirst() }, { $0.dropLast() }] as [(ArraySlice<Substring>) -> ArraySlice<Substring>] {
            while words.count > 1 {
                let next = reading(shorter(words))
                guard next.kind == deadline.kind, next.earliest == deadline.earliest, next.latest == latest else {
                    break
                }
                (words, deadline) = (shorter(words), next)
            }
        }
        self.words = deadline.words
        earliest = deadline.earliest
        self.latest = latest
    }
}

extension String {
    /// Split where a full stop ends one: before a capital letter, not after a single letter or a short “doc.”, “nr.”.
    var sentences: [String] {
        var sentences: [String] = []
        var words: [Substring] = []
        let all = split(separator: " ")
        for (place, word) in all.enumerated() {
            words.append(word)
            let next = place + 1 < all.count ? all[place + 1].first : nil
            let ends = word.hasSuffix(".") && word.count > 3 && !word.lowercased().hasSuffix("doc.")
            if ends, next.map({ $0.isUppercase || $0.isNumber }) ?? true {
                sentences.append(words.joined(separator: " "))
                words = []
            }
        }
        if !words.isEmpty { sentences.append(words.joined(separator: " ")) }
        return sentences
    }
}
