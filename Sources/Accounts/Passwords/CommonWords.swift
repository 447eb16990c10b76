import Foundation

/// What people try first when they guess a password: listed words, years, runs on a keyboard, repetitions.
///
/// A password is common where so little is left of it after these are taken out that it comes to less than a guess of
/// its own; see docs/handbook/accounts.md. A list of all leaked passwords would know more and weigh gigabytes.
package struct CommonWords: Sendable {
    enum Verdict { case fit, common, namesPerson }

    private let words: [String]
    /// Different letters and digits that must be left over.
    private static let least = 6
    private static let runs = [
        "qwertzuiop", "qwertyuiop", "azertyuiop", "asdfghjkl", "yxcvbnm", "zxcvbnm", "qazwsxedcrfvtgbyhnujm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "abcdefghijklmnopqrstuvwxyz", "01234567890",
    ].flatMap { [$0, String($0.reversed())] }
    private static let likenesses: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i", "|": "l", "€": "e",
    ]

    /// - Parameter list: `Resources/passwords/common-words.txt`: a word a line, `#` before what is no word.
    package init(list: String) {
        let lines = list.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
        words = lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }.map { CommonWords.plain($0) }
            .sorted { $0.count > $1.count }
    }

    /// - Parameter names: Sign-in name and display name; parts of at least four letters count.
    func judge(_ password: String, names: [String]) -> Verdict {
        let plain = CommonWords.plain(password)
        let parts = names.flatMap { CommonWords.plain($0).split { !$0.isLetter && !$0.isNumber } }.map(String.init)
        let spelled = CommonWords.undoingLikenesses(plain)
        for part in parts where part.count >= 4 && (plain.contains(part) || spelled.contains(part)) {
            return .namesPerson
        }
        // Both readings: `passw0rd` is a word only when the 0 is an o, `19900101` only when it is not.
        return min(remainder(plain), remainder(spelled)) < CommonWords.least ? .common : .fit
    }

    /// How many characters are left when what is tried first is taken out, repeated ones counted once.
    private func remainder(_ text: String) -> Int {
        var text = text
        for word in words where word.count >= 3 { text = text.replacing(word, with: " ") }
        let characters = Array(text)
        var left: Set<Character> = []
        var place = 0
        while place < characters.count {
            let length = CommonWords.runLength(characters, from: place)
            if length >= 3 {
                place += length
                continue
            }
            if characters[place].isLetter || characters[place].isNumber { left.insert(characters[place]) }
            place += 1
        }
        return left.count
    }

    /// How many characters from here follow a keyboard, the alphabet, the digits, or repeat one character.
    private static func runLength(_ characters: [Character], from place: Int) -> Int {
        var best = characters[place...].prefix { $0 == characters[place] }.count
        for run in runs {
            var length = best + 1
            while place + length <= characters.count, run.contains(String(characters[place..<place + length])) {
                best = length
                length += 1
            }
        }
        return best
    }

    private static func plain(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.lowercased()
            .folding(options: .diacriticInsensitive, locale: nil)
    }

    private static func undoingLikenesses(_ text: String) -> String { String(text.map { likenesses[$0] ?? $0 }) }
}
