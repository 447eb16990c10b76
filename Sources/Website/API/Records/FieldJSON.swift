import Mechanisms
import Vocabulary

/// Values of fields as JSON: one spelling, in and out.
enum FieldJSON {
    /// In characters; a statement of many pages fits.
    static let longestText = 20_000

    static func json(_ value: FieldValue) -> JSON {
        switch value {
        case .text(let text), .code(let text): .text(text)
        case .codes(let codes): .array(codes.map(JSON.text))
        case .period(let period): .text(period.description)
        case .integer(let number): .number(number)
        case .boolean(let answer): .boolean(answer)
        case .link(let record): .text(record.description)
        case .links(let records): .array(records.map { .text($0.description) })
        case .sealed: .null
        }
    }

    /// A value of the field, or what is wrong with it.
    ///
    /// - Parameter pointer: Where it stands in the body.
    static func value(_ json: JSON, of field: Field, at pointer: String) -> Result<FieldValue, RequestFinding.Failure> {
        switch (field.kind, json) {
        case (.text, .text(let text)):
            guard isReadable(text) else { return .failure(unreadable(pointer)) }
            return .success(.text(text))
        case (.code, .text(let code)): return .success(.code(code))
        case (.codes, .array(let items)):
            return several(items, pointer) { $0 }.map(FieldValue.codes)
        case (.period, .text(let text)):
            guard let period = Period(text) else { return wrong(ValueKind.period, pointer) }
            return .success(.period(period))
        case (.integer, .number(let number)): return .success(.integer(number))
        case (.boolean, .boolean(let answer)): return .success(.boolean(answer))
        case (.link, .text(let text)):
            guard let record = RecordID(text) else { return wrong(ValueKind.record, pointer) }
            return .success(.link(record))
        case (.links, .array(let items)):
            return several(items, pointer) { RecordID($0) }.map(FieldValue.links)
        default: return .failure(.init(finding: mismatch(field, pointer)))
        }
    }

    /// Whether somebody can have typed it: not empty, not too long, no control characters but blanks and line ends.
    static func isReadable(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.count <= longestText
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.value >= 32 ? scalar.value != 127 : [9, 10, 13].contains(scalar.value)
            }
    }

    static func unreadable(_ pointer: String) -> RequestFinding.Failure {
        .init(
            finding: .init(
                kind: .unreadableText, place: .body(pointer),
                detail: "It must be a text of 1 to \(longestText) characters without control characters."))
    }

    private static func several<Item>(
        _ items: [JSON], _ pointer: String, _ item: (String) -> Item?
    ) -> Result<[Item], RequestFinding.Failure> {
        var read: [Item] = []
        for (place, json) in items.enumerated() {
            guard case .text(let text) = json, let value = item(text) else {
                return .failure(
                    .init(
                        finding: .init(
                            kind: .wrongKind, place: .body("\(pointer)/\(place)"),
                            detail: "It must be a text: a code, or a record id in small letters.")))
            }
            read.append(value)
        }
        return .success(read)
    }

    private static func wrong<Value>(_ kind: ValueKind, _ pointer: String) -> Result<Value, RequestFinding.Failure> {
        .failure(
            .init(
                finding: .init(kind: .wrongKind, place: .body(pointer), detail: "It must be \(kind.expected).")))
    }

    private static func mismatch(_ field: Field, _ pointer: String) -> RequestFinding {
        let expected =
            switch field.kind {
            case .text: "a text"
            case .code(let list): "a code of the list “\(list)”"
            case .codes(let list): "a list of codes of “\(list)”"
            case .period: ValueKind.period.expected
            case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
            case .boolean: "true or false"
            case .link(let mechanism): "the id of a record of “\(mechanism)”"
            case .links(let mechanism): "a list of ids of records of “\(mechanism)”"
            }
        return .init(
            kind: .wrongKind, place: .body(pointer),
            detail: "It must be \(expected). Leave the member out where nothing was reported.")
    }
}
