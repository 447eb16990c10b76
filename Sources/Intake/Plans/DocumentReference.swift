/// Numbers of documents as registries of the Council write them: `9999/99`, `9999/2/99 REV 2`.
enum DocumentReference {
    /// All in a text, each as often as it stands there.
    static func all(in text: String) -> [String] {
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.indices.compactMap { place in
            let word = words[place].trimming { !$0.isNumber }
            guard isNumber(word) else { return nil }
            guard place + 2 < words.endIndex, words[place + 1] == "REV" else { return String(word) }
            let revision = words[place + 2].trimming { !$0.isNumber }
            return revision.isEmpty ? String(word) : "\(word) REV \(revision)"
        }
    }

    /// Three to five digits, perhaps the number of a revision, and two digits of a year.
    private static func isNumber(_ word: Substring) -> Bool {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let first = parts.first, let last = parts.last
        else { return false }
        return (3...5).contains(first.count) && last.count == 2 && parts.dropFirst().allSatisfy { !$0.isEmpty }
    }

    /// Codes of actions that a text names, such as `3.2.a`.
    static func actions(in text: String) -> [String] {
        text.split { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "(" || $0 == ")" }.compactMap { word in
            let parts = word.trimming { $0 == "." }.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 3, Int(parts[0]) != nil, Int(parts[1]) != nil, parts[2].count == 1,
                parts[2].allSatisfy({ $0.isASCII && $0.isLowercase })
            else { return nil }
            return parts.joined(separator: ".")
        }
    }
}

extension StringProtocol {
    /// Without the characters at both ends that fit.
    func trimming(_ fits: (Character) -> Bool) -> SubSequence {
        guard let first = firstIndex(where: { !fits($0) }), let last = lastIndex(where: { !fits($0) }) else {
            return self[endIndex...]
        }
        return self[first...last]
    }
}
