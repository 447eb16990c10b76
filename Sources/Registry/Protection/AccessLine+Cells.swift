import Vocabulary

/// A line as files have it, in the words of the ledger.
extension AccessLine {
    /// Names of the columns.
    package static let columns = [
        "when", "what", "account", "function", "organisation", "purpose", "rule", "relation", "kind", "record",
        "fields",
        "reason",
    ]

    /// In the order of ``columns``; empty where there is nothing.
    package var cells: [String] {
        let what =
            switch what {
            case .changed(let transition, _, _): transition
            case .accessed(let kind): kind
            case .refused(let action, let code): "refuse \(action) \(code)"
            }
        return [
            recordedAt.description, what, account, function, organisation ?? "", purpose, rule, relation ?? "",
            mechanism, record.description, fields.joined(separator: " "), reason ?? "",
        ]
    }
}
