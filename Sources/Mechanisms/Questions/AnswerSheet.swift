/// The answers of one respondent, by the keys of the questions, as the field `answers` of a response holds them.
///
/// A line for each question, `key: answer`, in the order of the keys; further lines of the same answer are indented by two
/// blanks; a line that begins with `#` says nothing. What is not answered is not there.
package struct AnswerSheet: Sendable, Hashable {
    package private(set) var values: [String: String]

    package init(_ values: [String: String] = [:]) { self.values = values.filter { !$0.value.isEmpty } }

    /// Nil for a text that is no sheet of answers, or answers a question twice.
    package init?(_ text: String) {
        var values: [String: String] = [:]
        var open: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("  "), let key = open {
                values[key, default: ""] += "\n" + line.dropFirst(2)
            } else if let colon = line.firstIndex(of: ":"), Question.isKey(String(line[..<colon])) {
                let key = String(line[..<colon])
                guard values[key] == nil else { return nil }
                values[key] = String(line[line.index(after: colon)...].drop { $0 == " " })
                open = key
            } else if line.hasPrefix("#") || line.isEmpty {
                open = nil
            } else {
                return nil
            }
        }
        self.init(values)
    }

    /// As ``init(_:)-(String)`` reads it.
    package var text: String {
        guard !values.isEmpty else { return "# nothing answered" }
        return values.sorted { $0.key < $1.key }.map { key, value in
            "\(key): \(value.replacing("\n", with: "\n  "))"
        }.joined(separator: "\n")
    }

    package subscript(key: String) -> String? {
        get { values[key] }
        set { values[key] = newValue?.isEmpty == true ? nil : newValue }
    }

    /// Keys whose answers are to no question, or not of its kind.
    package func misfits(_ questions: [Question]) -> [String] {
        let known = Dictionary(questions.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        return values.filter { known[$0.key]?.canonical($0.value) != $0.value }.keys.sorted()
    }

    /// Keys of the questions that must be answered and are not, in their order.
    package func missing(_ questions: [Question]) -> [String] {
        questions.filter { $0.isRequired && values[$0.key] == nil }.map(\.key)
    }
}
