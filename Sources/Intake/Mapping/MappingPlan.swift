import Mechanisms
import Vocabulary

/// A source description as it applies to one file: columns by place, fields by slot, records by number.
struct MappingPlan: Sendable {
    /// A place in a mapped row where one value stands. A class, like the records below, for the sake of speed.
    final class Slot: Sendable {
        let source: Source
        let isRequired: Bool
        /// The column that it comes from, for messages.
        let columnName: String

        init(source: Source, isRequired: Bool, columnName: String) {
            self.source = source
            self.isRequired = isRequired
            self.columnName = columnName
        }

        enum Source: Sendable {
            case constant(FieldValue)
            /// Cells, of which the first that says something counts.
            case cells([(place: Int, reader: CellReader)])
            /// Cells whose codes are taken together.
            case union([(place: Int, reader: CellReader)])
            case joined([(place: Int, missing: SourceDescription.MissingWords)], separator: String)
            case flags([(place: Int, code: String, reader: CellReader)])
            /// The file lacks the column.
            case nothing
        }
    }

    final class Record: Sendable {
        let mechanism: String
        let repetition: RecordRule.Repetition
        /// The slot that must hold something for the record to be opened.
        let condition: Int?
        let transition: Int
        /// The slot whose text names the record once and for all.
        let onceSlot: Int?
        let fields: [Field]

        init(
            mechanism: String, repetition: RecordRule.Repetition, condition: Int?, transition: Int, onceSlot: Int?,
            fields: [Field]
        ) {
            self.mechanism = mechanism
            self.repetition = repetition
            self.condition = condition
            self.transition = transition
            self.onceSlot = onceSlot
            self.fields = fields
        }
    }

    struct Field: Sendable {
        let name: String
        let value: Value

        enum Value: Sendable {
            case slot(Int)
            case link(record: Int)
            case links(records: [Int])
        }
    }

    let slots: [Slot]
    let records: [Record]
    /// Numbers of the records that are opened once for a name.
    let onceRecords: [Int]
    let effective: Int
    let people: Int?
    let totals: TotalWords?
    /// Places of the cells that name a row, -1 where the file lacks the column.
    let keyPlaces: [Int]
    let hasKey: Bool
    /// Cells that a row of the file has.
    let cellCount: Int
    let columnNames: [String]
    /// Whether the file is one of held-back rows, with a column that is not the source's.
    let hasFindingsColumn: Bool
}

extension MappingPlan {
    /// More persons in one row than any source reports; beyond that it is a mistyped number.
    static let mostPersons = 10_000

    init(_ description: SourceDescription, _ header: Header) {
        var builder = PlanBuilder(description, header)
        effective = builder.slot(description.effective, kind: .period, isRequired: true)
        people = description.people.map { column in
            builder.slot(.firstOf([column], Translation()), kind: .integer(0...Self.mostPersons), isRequired: true)
        }
        records = description.records.map { builder.record($0) }
        onceRecords = records.indices.filter { [records] in records[$0].onceSlot != nil }
        slots = builder.slots
        totals = description.totals.map { totals in
            TotalWords(totals.words, places: totals.columns.compactMap { header.places[$0] })
        }
        let key = description.key.isEmpty ? description.columns.map(\.name) : description.key
        keyPlaces = key.map { header.places[$0] ?? -1 }
        hasKey = !description.key.isEmpty
        cellCount = header.count
        hasFindingsColumn = header.row.count > header.count
        columnNames = (0..<header.count).map(header.row.trimmed)
    }
}

/// Numbers the slots of a plan.
private struct PlanBuilder {
    let description: SourceDescription
    let header: Header
    let columns: [String: SourceDescription.Column]
    let identityColumns: Set<String>
    var slots: [MappingPlan.Slot] = []
    var recordNumbers: [String: Int] = [:]

    init(_ description: SourceDescription, _ header: Header) {
        self.description = description
        self.header = header
        columns = Dictionary(description.columns.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        identityColumns = Set(
            description.records.flatMap(\.fields).filter(\.isIdentity).flatMap(\.rule.columns))
    }

    mutating func slot(_ rule: ValueRule, kind: KnownField.Kind, isRequired: Bool) -> Int {
        slots.append(
            MappingPlan.Slot(
                source: source(rule, kind: kind), isRequired: isRequired, columnName: rule.columns.first ?? ""))
        return slots.count - 1
    }

    private func source(_ rule: ValueRule, kind: KnownField.Kind) -> MappingPlan.Slot.Source {
        switch rule {
        case .constant(let word):
            // The description was checked: a constant is readable as its kind.
            var translation = Translation()
            translation.periods = kind == .text ? [] : [.iso]
            let reader = reader(column: "", kind: kind, translation)
            if case .value(let value) = reader.read(word) { return .constant(value) }
            return .nothing
        case .firstOf(let names, let translation):
            let cells = cells(names, kind: kind, translation)
            return cells.isEmpty ? .nothing : .cells(cells)
        case .allOf(let names, let translation): return .union(cells(names, kind: kind, translation))
        case .joined(let names, let separator):
            return .joined(
                names.compactMap { name in header.places[name].map { ($0, missing(name)) } }, separator: separator)
        case .flags(let flags):
            return .flags(
                flags.compactMap { flag in
                    header.places[flag.column].map {
                        ($0, flag.code, reader(column: flag.column, kind: .boolean, Translation()))
                    }
                })
        case .link: return .nothing
        }
    }

    private func cells(
        _ names: [String], kind: KnownField.Kind, _ translation: Translation
    ) -> [(place: Int, reader: CellReader)] {
        names.compactMap { name in
            header.places[name].map { ($0, reader(column: name, kind: kind, translation)) }
        }
    }

    private func missing(_ name: String) -> SourceDescription.MissingWords {
        columns[name]?.missing ?? SourceDescription.MissingWords(notReported: [], unknown: [])
    }

    private func reader(column: String, kind: KnownField.Kind, _ translation: Translation) -> CellReader {
        CellReader(
            kind: kind, translation: translation, missing: missing(column), decimal: description.format.decimal,
            thousands: description.format.thousands, isIdentity: identityColumns.contains(column))
    }

    mutating func record(_ rule: RecordRule) -> MappingPlan.Record {
        var onceSlot: Int?
        var fields: [MappingPlan.Field] = []
        for field in rule.fields {
            if case .link(let names) = field.rule {
                let numbers = names.compactMap { recordNumbers[$0] }
                if case .links = field.kind {
                    fields.append(MappingPlan.Field(name: field.name, value: .links(records: numbers)))
                } else if let number = numbers.first {
                    fields.append(MappingPlan.Field(name: field.name, value: .link(record: number)))
                }
                continue
            }
            let number = slot(field.rule, kind: field.kind, isRequired: field.isRequired && rule.onlyWith == nil)
            if case .eachValue(field.name, _) = rule.repetition { onceSlot = number }
            fields.append(MappingPlan.Field(name: field.name, value: .slot(number)))
        }
        recordNumbers[rule.name] = recordNumbers.count
        var text = Translation()
        text.periods = []
        return MappingPlan.Record(
            mechanism: rule.mechanism, repetition: rule.repetition,
            condition: rule.onlyWith.map { slot(.firstOf([$0], text), kind: .text, isRequired: false) },
            transition: slot(rule.transition, kind: .text, isRequired: true), onceSlot: onceSlot, fields: fields)
    }
}
