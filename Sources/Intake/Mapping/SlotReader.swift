import Mechanisms
import Vocabulary

/// Reads the values of a row, slot by slot; remembers what cells came to.
struct SlotReader {
    private typealias Cell = (place: Int, reader: CellReader)

    private let plan: MappingPlan
    private var caches: [[CellCache]]

    init(_ plan: MappingPlan) {
        self.plan = plan
        caches = plan.slots.map { slot in
            switch slot.source {
            case .cells(let cells), .union(let cells): cells.map { _ in CellCache() }
            case .flags(let flags): flags.map { _ in CellCache() }
            case .constant, .joined, .nothing: []
            }
        }
    }

    /// Fills every slot of `mapped`, and adds what is wrong to its findings.
    mutating func fill(_ mapped: inout MappedRow, from row: Row) {
        for slot in plan.slots.indices {
            let before = mapped.findings.count
            mapped.values[slot] = value(slot, from: row, &mapped.findings)
            guard mapped.values[slot] == nil, plan.slots[slot].isRequired, mapped.findings.count == before else {
                continue
            }
            mapped.findings.append(
                FindingKind.emptyCell.finding(
                    row: row.number, column: plan.slots[slot].columnName, "The cell is empty, but the record needs it.",
                    remedy: "Fill the cell."))
        }
    }

    private mutating func value(_ slot: Int, from row: Row, _ findings: inout [Finding]) -> FieldValue? {
        switch plan.slots[slot].source {
        case .constant(let value): value
        case .nothing: nil
        case .cells(let cells): firstValue(slot, cells, row, &findings)
        case .union(let cells): union(slot, cells, row, &findings)
        case .joined(let cells, let separator): joined(cells, separator, row)
        case .flags(let flags): codes(slot, flags, row, &findings)
        }
    }

    private mutating func firstValue(
        _ slot: Int, _ cells: [Cell], _ row: Row, _ findings: inout [Finding]
    ) -> FieldValue? {
        for number in cells.indices {
            switch read(slot, number, cells[number], row) {
            case .value(let value): return value
            case .notReported: continue
            case .problem(let problem):
                findings.append(problem.finding(row: row.number, column: plan.columnNames[cells[number].place]))
                return nil
            }
        }
        return nil
    }

    private mutating func union(_ slot: Int, _ cells: [Cell], _ row: Row, _ findings: inout [Finding]) -> FieldValue? {
        var codes: [String] = []
        for number in cells.indices {
            switch read(slot, number, cells[number], row) {
            case .value(.codes(let more)): for code in more where !codes.contains(code) { codes.append(code) }
            case .problem(let problem):
                findings.append(problem.finding(row: row.number, column: plan.columnNames[cells[number].place]))
            default: continue
            }
        }
        return codes.isEmpty ? nil : .codes(codes)
    }

    /// No flag set is *not reported*: sources do not agree on whether their zeros mean no or silence.
    private mutating func codes(
        _ slot: Int, _ flags: [(place: Int, code: String, reader: CellReader)], _ row: Row, _ findings: inout [Finding]
    ) -> FieldValue? {
        var codes: [String] = []
        for (number, flag) in flags.enumerated() {
            switch read(slot, number, (flag.place, flag.reader), row) {
            case .value(.boolean(true)): if !codes.contains(flag.code) { codes.append(flag.code) }
            case .problem(let problem):
                findings.append(problem.finding(row: row.number, column: plan.columnNames[flag.place]))
            default: continue
            }
        }
        return codes.isEmpty ? nil : .codes(codes)
    }

    private func joined(
        _ cells: [(place: Int, missing: SourceDescription.MissingWords)], _ separator: String, _ row: Row
    ) -> FieldValue? {
        let texts = cells.map { (text: row.trimmed($0.place), missing: $0.missing) }.filter { cell in
            !cell.text.isEmpty && !cell.missing.notReported.contains(cell.text)
                && !cell.missing.unknown.contains(cell.text)
        }
        return texts.isEmpty ? nil : .text(texts.map(\.text).joined(separator: separator))
    }

    private mutating func read(_ slot: Int, _ number: Int, _ cell: Cell, _ row: Row) -> CellReading {
        let range = row.range(cell.place)
        return row.bytes.withUnsafeBufferPointer { bytes in
            caches[slot][number].reading(of: UnsafeBufferPointer(rebasing: bytes[range]), make: cell.reader.read)
        }
    }
}
