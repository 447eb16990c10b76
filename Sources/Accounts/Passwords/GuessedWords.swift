import Foundation

/// What people try first when they guess a password: listed words, years, runs on a keyboard, repetitions.
///
/// A password is taken to pieces in the cheapest way and is guessed soon where its different pieces come to less than
/// ``least``: a listed word counts two, a short one, a year or a run counts one, and so does any other letter or digit.
/// Four listed words pass, as any four of ten thousand take 10¹⁶ guesses; a word with a year and a number does not.
package struct GuessedWords: Sendable {
    enum Verdict { case fit, common, namesPerson }

    private static let least = 7
    private static let longestWord = 24
    private let words: Set<String>

    /// - Parameter lists: Texts of `Resources/passwords/*.txt`: a word a line, `#` before what is no word.
    package init(lists: [String]) {
        var words: Set<String> = []
        for line in lists.flatMap({ $0.split(whereSeparator: \.isNewline) }) where !line.hasPrefix("#") {
            let word = GuessedWords.plain(line.trimmingCharacters(in: .whitespaces))
            if (3...GuessedWords.longestWord).contains(word.count) {
                words.insert(word)
                words.insert(GuessedWords.undoingLikenesses(word))
            }
        }
        self.words = words
    }

    /// - Parameter names: Sign-in name and display name; parts of at least four letters count.
    func judge(_ password: String, names: [String]) -> Verdict {
        let plain = GuessedWords.plain(password)
        let parts = names.flatMap { GuessedWords.plain($0).split { !$0.isLetter && !$0.isNumber } }.map(String.init)
        let spelled = GuessedWords.undoingLikenesses(plain)
        for part in parts where part.count >= 4 && (plain.contains(part) || spelled.contains(part)) {
            return .namesPerson
        }
        // Both readings: `passw0rd` is a word only when the 0 is an o, `1990` a year only when it is not.
        return min(worth(of: plain), worth(of: spelled)) < GuessedWords.least ? .common : .fit
    }

    /// What the different pieces of a text come to, taken apart in the cheapest way.
    private func worth(of text: String) -> Int {
        let characters = Array(text)
        var best: [(cost: Int, start: Int, worth: Int)] = [(0, 0, 0)]
        for end in 1...max(1, characters.count) where end <= characters.count {
            var here = (cost: Int.max, start: 0, worth: 0)
            for start in stride(from: end - 1, through: max(0, end - GuessedWords.longestWord), by: -1) {
                guard let worth = worth(ofPiece: characters[start..<end]) else { continue }
                if best[start].cost + worth < here.cost { here = (best[start].cost + worth, start, worth) }
            }
            best.append(here)
        }
        var pieces: [String: Int] = [:]
        var end = characters.count
        while end > 0 {
            pieces[String(characters[best[end].start..<end])] = best[end].worth
            end = best[end].start
        }
        return pieces.values.reduce(0, +)
    }

    /// Nil for what is no piece.
    private func worth(ofPiece piece: ArraySlice<Character>) -> Int? {
        guard let first = piece.first else { return nil }
        if piece.count == 1 { return first.isLetter || first.isNumber ? 1 : 0 }
        guard piece.count > 2 else { return nil }
        if KeyboardRun.holds(piece) { return 1 }
        let text = String(piece)
        if piece.count == 4, (text.hasPrefix("19") || text.hasPrefix("20")), piece.allSatisfy(\.isNumber) { return 1 }
        return words.contains(text) ? (piece.count > 3 ? 2 : 1) : nil
    }

    private static func plain(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.lowercased()
            .folding(options: .diacriticInsensitive, locale: nil)
    }

    private static let likenesses: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i", "|": "l", "€": "e",
    ]

    private static func undoingLikenesses(_ text: String) -> String { String(text.map { likenesses[$0] ?? $0 }) }
}

/// Characters that follow each other on a keyboard, in the alphabet or among the digits, or that are all the same.
enum KeyboardRun {
    private static let runs = [
        "qwertzuiop", "qwertyuiop", "azertyuiop", "asdfghjkl", "yxcvbnm", "zxcvbnm", "qazwsxedcrfvtgbyhnujm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "1q2w3e4r5t6y7u8i9o0p", "abcdefghijklmnopqrstuvwxyz", "01234567890",
    ].flatMap { [Array($0), Array($0.reversed())] }
    /// Where each character stands in each run.
    private static let places: [[Character: [Int]]] = runs.map { run in
        Dictionary(grouping: run.indices) { run[$0] }
    }

    static func holds(_ piece: ArraySlice<Character>) -> Bool {
        guard let first = piece.first else { return false }
        if piece.allSatisfy({ $0 == first }) { return true }
        for (run, places) in zip(runs, places) {
            for place in places[first] ?? [] where run[place...].starts(with: piece) { return true }
        }
        return false
    }
}
