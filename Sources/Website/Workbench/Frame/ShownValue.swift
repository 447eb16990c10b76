import Mechanisms
import Registry
import Vocabulary

/// A field's content in words: values with links where they lead to a record, or why there is none.
struct ShownValue: Sendable {
    struct Item: Sendable {
        let text: String
        let href: String
        let isLink: Bool
    }

    let items: [Item]
    /// `withheld`, `erased` or `absent` where there is nothing to show, with its words.
    let note: String
    let kind: String
    let isNote: Bool

    init(_ content: RecordView.Content, of field: Field?, _ names: Names, _ wording: Wording) {
        switch content {
        case .shown(let value):
            let records = value.linked.map { record in
                names[record].map { Item(text: $0, href: WorkbenchPaths.record(record), isLink: true) }
                    ?? Item(text: wording["value.not-yours"], href: "", isLink: false)
            }
            items = wording.plain(value, of: field).map { Item(text: $0, href: "", isLink: false) } + records
            (note, kind, isNote) = ("", "", false)
        case .withheld: (items, note, kind, isNote) = ([], wording["value.withheld"], "withheld", true)
        case .erased: (items, note, kind, isNote) = ([], wording["value.erased"], "erased", true)
        case .absent: (items, note, kind, isNote) = ([], wording["value.absent"], "absent", true)
        }
    }

    /// The same as one line, for files.
    var text: String { isNote ? note : items.map(\.text).joined(separator: "; ") }
}
