/// The number or letter that a chapter, objective or action begins with: `2.`, `1)`, `a)`.
struct PlanLabel {
    /// With its sign.
    let text: String

    /// Without its sign.
    var mark: String { String(text.dropLast()) }

    var number: Int? { Int(mark) }

    /// 1 for `a`.
    var letter: Int? {
        guard mark.count == 1, let byte = mark.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) else {
            return nil
        }
        return Int(byte - UInt8(ascii: "a")) + 1
    }

    /// Nil where the text begins with none.
    init?(_ text: String) {
        guard let end = text.firstIndex(where: { $0 == "." || $0 == ")" }) else { return nil }
        let mark = text[..<end]
        let isNumber = !mark.isEmpty && mark.count <= 3 && mark.allSatisfy { $0.isASCII && $0.isNumber }
        let isLetter = mark.count == 1 && mark.allSatisfy { $0.isASCII && $0.isLowercase }
        guard isNumber || isLetter else { return nil }
        self.text = String(text[...end])
    }

    /// For comparing words: lower case, spaces folded.
    static func fold(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
