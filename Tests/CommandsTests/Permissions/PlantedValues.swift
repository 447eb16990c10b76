import Mechanisms
import Vocabulary

/// Values that say how sensitive they are and of which record, for any field that the book may declare.
struct PlantedValues {
    let book: Book
    let day: CalendarDate

    /// Nil where a field need not be filled and would lead to another record.
    func value(of field: Field, in mechanism: String, mark: String, linking anchor: RecordID?) -> FieldValue? {
        func code(_ list: String) -> String? { book.codeLists[list]?.codes.last { !$0.isRetired }?.id }
        switch field.kind {
        case .text: return .text("planted-\(field.sensitivity)-\(mechanism)-\(field.name)-\(mark)")
        case .code(let list): return code(list).map(FieldValue.code)
        case .codes(let list): return code(list).map { .codes([$0]) }
        case .period: return .period(.day(day))
        case .integer(let range): return .integer(range.lowerBound)
        case .boolean: return .boolean(true)
        case .link where field.isRequired: return anchor.map(FieldValue.link)
        case .links where field.isRequired: return anchor.map { .links([$0]) }
        case .link, .links: return nil
        }
    }
}
