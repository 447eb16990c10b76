/// Actions of a plan that a text names.
enum ActionReference {
    /// Codes of actions that a text names, such as `3.2.a`.
    static func all(in text: String) -> [String] {
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
