import Mechanisms
package import Vocabulary

/// What a cell of an overview says, before anybody's language is known.
package struct OverviewCell: Sendable {
    package enum Value: Sendable, Hashable {
        case empty
        case text(String)
        case code(String, of: String)
        case codes([String], of: String)
        case period(Period)
        case number(Int)
        /// A state of a mechanism.
        case state(String, of: String)
        /// A judgement of the overview's own, by the key of its text, and whether somebody has to look.
        case word(String, isFlag: Bool)
    }

    package let value: Value
    /// What qualifies it: an article, earlier lists.
    package let notes: [String]
    /// The record that it is about.
    package let record: RecordID?

    init(_ value: Value, notes: [String] = [], record: RecordID? = nil) {
        (self.value, self.notes, self.record) = (value, notes, record)
    }

    /// As files have it.
    package var plain: String {
        let text =
            switch value {
            case .empty: ""
            case .text(let text), .code(let text, _), .state(let text, _), .word(let text, _): text
            case .codes(let codes, _): codes.joined(separator: " ")
            case .period(let period): period.description
            case .number(let number): String(number)
            }
        return ([text] + notes).filter { !$0.isEmpty }.joined(separator: "; ")
    }
}

extension OverviewCell {
    static let empty = OverviewCell(.empty)

    static func text(_ text: String?, notes: [String] = [], record: RecordID? = nil) -> OverviewCell {
        OverviewCell((text ?? "").isEmpty ? .empty : .text(text ?? ""), notes: notes, record: record)
    }

    static func number(_ number: Int?) -> OverviewCell { OverviewCell(number.map(Value.number) ?? .empty) }

    static func flag(_ word: String) -> OverviewCell { OverviewCell(.word(word, isFlag: true)) }

    static func word(_ word: String) -> OverviewCell { OverviewCell(.word(word, isFlag: false)) }

    static func state(_ record: RecordState) -> OverviewCell {
        OverviewCell(.state(record.state, of: record.mechanism))
    }
}

/// Cells of what a record says.
extension RecordState {
    func cell(_ field: String) -> OverviewCell {
        switch fields[field] {
        case .text(let text)?: .text(text)
        case .period(let period)?: OverviewCell(.period(period))
        case .integer(let number)?: OverviewCell(.number(number))
        default: .empty
        }
    }

    func cell(_ field: String, list: String) -> OverviewCell {
        switch fields[field] {
        case .code(let code)?: OverviewCell(.code(code, of: list))
        case .codes(let codes)?: OverviewCell(.codes(codes, of: list))
        default: .empty
        }
    }

    /// A number that was not given is none, and no zero.
    func given(_ field: String) -> Int? { if case .integer(let number)? = fields[field] { number } else { nil } }

    /// The first day of a period field.
    func firstDay(_ field: String) -> CalendarDate? {
        if case .period(let period)? = fields[field] { period.start } else { nil }
    }

    func links(_ field: String) -> [RecordID] { fields[field]?.linked ?? [] }
}
