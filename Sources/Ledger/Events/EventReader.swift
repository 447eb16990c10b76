import Mechanisms
import Vocabulary

/// Turns stored rows into events; keeps names between rows, so one reader serves one pass.
struct EventReader {
    private let names = NameTable()
    private let moments = ParsedTexts { Timestamp($0) }
    private let periods = ParsedTexts { Period($0) }

    /// The event of a row that was selected with ``EventTable/columns``.
    ///
    /// - Throws: ``LedgerFailure/unreadableEvent(sequence:)`` where the row is not one that we wrote.
    func event(_ row: any StoredRow) throws -> Event {
        let sequence = row.integer(.sequence)
        guard let recordedAt = moments.value(row.bytes(.recordedAt)),
            let record = RecordID(stored: row.bytes(.record)),
            let effective = periods.value(row.bytes(.effective)),
            let changes = BodyReader.changes(row.bytes(.body), interning: names, periods)
        else { throw LedgerFailure.unreadableEvent(sequence: sequence) }
        let person = try optional(row, .person) { RecordID(stored: $0) }
        let origin = try optional(row, .origin) { Origin(stored: $0) }
        let draft = EventDraft(
            mechanism: name(row, .mechanism), record: record, version: Int(row.integer(.version)),
            kind: name(row, .kind), state: name(row, .state), changes: changes,
            identityFields: person == nil ? [] : sealedFields(changes), person: person, effective: effective,
            reason: row.optionalText(EventTable.Column.reason.rawValue), origin: origin)
        return Event(
            sequence: sequence, recordedAt: recordedAt, account: name(row, .account), function: name(row, .function),
            organisation: row.kind(.organisation) == .null ? nil : name(row, .organisation), draft: draft)
    }

    private func name(_ row: any StoredRow, _ column: EventTable.Column) -> String { names.name(row.bytes(column)) }

    private func optional<Value>(
        _ row: any StoredRow, _ column: EventTable.Column, _ make: (UnsafeRawBufferPointer) -> Value?
    ) throws -> Value? {
        if row.kind(column) == .null { return nil }
        guard let value = make(row.bytes(column)) else {
            throw LedgerFailure.unreadableEvent(sequence: row.integer(.sequence))
        }
        return value
    }

    private func sealedFields(_ changes: [String: FieldValue]) -> Set<String> {
        Set(
            changes.compactMap { name, value in
                if case .sealed = value { name } else { nil }
            })
    }
}

extension Origin {
    /// From the 16 bytes of a stored fingerprint.
    init?(stored bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 16 else { return nil }
        self.init(
            high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
            low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
}
