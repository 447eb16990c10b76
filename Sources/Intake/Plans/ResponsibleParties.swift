/// Who is responsible, taken apart from the words of one cell, where those are nothing but names.
package struct ResponsibleParties: Hashable, Sendable {
    package enum Role: String, Sendable, CaseIterable {
        case lead, joint, support
    }

    package struct Party: Hashable, Sendable {
        package let name: String
        package let role: Role
    }

    package let parties: [Party]
    /// Whether the words hold more than names, so that they are kept as one party.
    package let isTogether: Bool

    package init(_ words: String) {
        var clean = Substring(words)
        if clean.last == "." { clean = clean.dropLast() }
        let (first, support) = ResponsibleParties.split(clean)
        let leading = ResponsibleParties.names(in: first)
        let supporting = support.map(ResponsibleParties.names) ?? []
        guard let leading, let supporting else {
            parties = words.isEmpty ? [] : [Party(name: words, role: .lead)]
            isTogether = !words.isEmpty
            return
        }
        let role: Role = leading.count == 1 ? .lead : .joint
        parties = leading.map { Party(name: $0, role: role) } + supporting.map { Party(name: $0, role: .support) }
        isTogether = false
    }

    private static let supports = [
        " in partnership with ", " with the support of ", " supported by ", " with ", " avec le soutien de ", " avec ",
    ]

    private static func split(_ words: Substring) -> (Substring, Substring?) {
        for word in supports {
            if let range = words.firstRange(of: word) {
                return (words[..<range.lowerBound], words[range.upperBound...])
            }
        }
        return (words, nil)
    }

    /// Nil where some piece is no name: begins with a small letter, has brackets or a sentence in it.
    private static func names(in words: Substring) -> [String]? {
        var pieces: [String] = []
        for part in words.split(whereSeparator: { "/,;".contains($0) }) {
            var piece: [Substring] = []
            for word in part.split(separator: " ") {
                if word == "and" || word == "et" || word == "&" {
                    pieces.append(piece.joined(separator: " "))
                    piece = []
                } else {
                    piece.append(word)
                }
            }
            pieces.append(piece.joined(separator: " "))
        }
        let names = pieces.map(bare).filter { !$0.isEmpty }
        return !names.isEmpty && names.allSatisfy(isName) ? names : nil
    }

    /// Without an article, and without “support” behind it.
    private static func bare(_ piece: String) -> String {
        var words = piece.split(separator: " ")
        if let first = words.first, ["the", "la", "le", "les"].contains(first.lowercased()) { words.removeFirst() }
        if let last = words.last, last.lowercased() == "support" { words.removeLast() }
        return words.joined(separator: " ")
    }

    private static func isName(_ piece: String) -> Bool {
        piece.split(separator: " ").allSatisfy { word in
            guard let first = word.first, !word.contains(where: { "().:".contains($0) }) else { return false }
            return first.isUppercase || ["of", "the", "for", "de", "des", "du", "la", "on"].contains(word)
        }
    }
}
