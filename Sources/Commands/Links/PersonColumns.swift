import Linkage
import Mechanisms
import Registry
import Vocabulary

/// What names the persons that one post may read, as columns for comparing; held no longer than the run.
struct PersonColumns: Sendable {
    /// The persons, a row each.
    let records: [RecordID]
    /// Persons in sight whose names the post may not read.
    let passedOver: Int
    private let rows: [[String]]

    /// What is compared: the field of the register, and its role.
    static let columns: [(field: String, role: Role)] = [
        ("given-name", .given), ("family-name", .family), ("other-names", .other), ("birth-date", .birth),
        ("identity-number", .document), ("phone", .phone), ("email", .other), ("address", .address), ("sex", .sex),
        ("citizenships", .nationality),
    ]

    /// - Parameter progress: Told how many persons were read; may throw to stop.
    init(_ registry: Registry, _ asking: Asking, progress: (Int) throws -> Void) throws {
        var (records, rows, passedOver): ([RecordID], [[String]], Int) = ([], [], 0)
        var cursor: Int64?
        repeat {
            try progress(records.count)
            let page = try registry.identified(from: cursor, asking)
            for person in page.persons {
                records.append(person.record)
                rows.append(PersonColumns.columns.map { PersonColumns.text(of: $0.field, person) })
            }
            passedOver += page.passedOver
            cursor = page.next
        } while cursor != nil
        // The oldest first: the same register gives the same numbers, with newer ones at the end.
        (self.records, self.rows, self.passedOver) = (records.reversed(), rows.reversed(), passedOver)
    }

    /// The columns that say anything; nil where none does, or there are no two persons.
    func table() throws -> RecordTable? {
        let used = PersonColumns.columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        guard rows.count > 1, !used.isEmpty else { return nil }
        let header = used.map { PersonColumns.columns[$0].field }
        let roles = ColumnRoles(used.map { (PersonColumns.columns[$0].role, PersonColumns.columns[$0].field) })
        let samples = rows.prefix(TableBuilder.sampleRows).map { row in used.map { row[$0] } }
        var builder = try TableBuilder(roles, header: header, samples: Array(samples))
        try builder.beginSource(header: header)
        for row in rows { builder.append { row[used[$0]] } }
        return try builder.finish()
    }

    private static func text(of field: String, _ person: RecordView) -> String {
        let value =
            person.value(field) ?? (field == "birth-date" ? person.value("birth-year") : nil)
        return switch value {
        case .text(let text)?: text
        case .integer(let year)?: String(year)
        case .code(let code)?: said(code)
        // One citizenship is compared; several persons share no order of them.
        case .codes(let codes)?: said(codes.sorted().first ?? "")
        default: ""
        }
    }

    /// What nobody knows is no likeness.
    private static func said(_ code: String) -> String { ["unknown", "not-reported"].contains(code) ? "" : code }
}
