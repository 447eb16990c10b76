import Vocabulary

/// Values of fields as people type them and as addresses and files carry them: one spelling for forms, the command line
/// and lists.
package enum FieldText {
    /// What somebody typed, as a value of the field; nil text or only blanks is *not reported*.
    ///
    /// - Parameter texts: One text; several for codes and links, where one text may also hold several, parted by commas.
    /// - Returns: Nil for not reported, or why no value of the field is spelled like that (never quoting it).
    package static func value(_ texts: [String], of field: Field) -> Result<FieldValue?, Refusal.Problem> {
        let words = texts.map { $0.trimmingBlanks }.filter { !$0.isEmpty }
        guard let first = words.first else { return .success(nil) }
        switch field.kind {
        case .text: return .success(.text(first))
        case .code: return .success(.code(first))
        case .codes: return .success(.codes(parted(words)))
        case .period: return value(Period(first).map(FieldValue.period), field, "is no day, month, quarter or year.")
        case .integer: return value(Int(first).map(FieldValue.integer), field, "is no whole number.")
        case .boolean:
            return value(
                ["true": true, "yes": true, "false": false, "no": false][first.lowercased()].map(FieldValue.boolean),
                field,
                "is neither yes nor no.")
        case .link: return value(RecordID(first).map(FieldValue.link), field, "is no record id.")
        case .links:
            let records = parted(words).map { RecordID($0) }
            return value(
                records.contains { $0 == nil } ? nil : .links(records.compactMap(\.self)), field,
                "is no list of record ids.")
        }
    }

    /// A value as it is typed; several codes or links one by one. Nothing for what is sealed.
    package static func texts(of value: FieldValue) -> [String] {
        switch value {
        case .text(let text), .code(let text): [text]
        case .codes(let codes): codes
        case .period(let period): [period.description]
        case .integer(let number): [String(number)]
        case .boolean(let answer): [answer ? "true" : "false"]
        case .link(let record): [record.description]
        case .links(let records): records.map(\.description)
        case .sealed: []
        }
    }

    private static func value(
        _ read: FieldValue?, _ field: Field, _ detail: String
    ) -> Result<FieldValue?, Refusal.Problem> {
        read.map { .success($0) } ?? .failure(Refusal.Problem(.wrongKind, mechanism: "", field: field.name, detail))
    }

    private static func parted(_ words: [String]) -> [String] {
        words.flatMap { $0.split(separator: ",").map { String($0).trimmingBlanks } }.filter { !$0.isEmpty }
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        let rest = drop { $0.isWhitespace }
        guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(rest[...last])
    }
}
