import Mechanisms
import Vocabulary

/// Reads rows as values, by the plan of one file; remembers what cells came to.
struct RowMapper {
    let plan: MappingPlan
    private var caches: [[CellCache]]
    private var keys = KeyCounter()

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

    /// Maps `row` into `mapped`, in place of what it held; everything wrong with the row is among its findings.
    mutating func map(_ row: Row, into mapped: inout MappedRow) {
        reset(&mapped)
        if !row.faults.isEmpty || !hasRightWidth(row, &mapped) {
            mapped.findings += row.faults.map { $0.finding(row: row.number, line: row.line) }
            mapped.fate = .faulty
            return
        }
        if isTotal(row) {
            mapped.fate = .noRecord
            return
        }
        for slot in plan.slots.indices { fill(slot, from: row, &mapped) }
        if case .integer(let number)? = plan.people.flatMap({ mapped.values[$0] }) { mapped.people = number }
        readKey(row, &mapped)
        if mapped.findings.contains(where: { $0.weight == .error }) {
            mapped.fate = .faulty
        } else if mapped.people == 0 {
            mapped.fate = .noRecord
            mapped.findings.append(
                FindingKind.standsForNobody.finding(
                    row: row.number, "The row stands for no person, so it opens nothing.", remedy: "Nothing to do."))
        }
    }

    private func reset(_ mapped: inout MappedRow) {
        mapped.fate = .record
        mapped.people = 1
        mapped.key.removeAll(keepingCapacity: true)
        mapped.findings.removeAll(keepingCapacity: true)
        if mapped.values.count != plan.slots.count {
            mapped.values = [FieldValue?](repeating: nil, count: plan.slots.count)
        }
    }

    /// Cells past the header are let pass where they are empty; a missing cell is never guessed.
    private func hasRightWidth(_ row: Row, _ mapped: inout MappedRow) -> Bool {
        if row.count == plan.cellCount || row.mayBeShort && row.count < plan.cellCount { return true }
        let remedy = "Look for a missing or additional separator, or for one inside a cell without quotation marks."
        if row.count < plan.cellCount {
            mapped.findings.append(
                FindingKind.tooFewCells.finding(
                    row: row.number, "The row has \(row.count) cells; the header has \(plan.cellCount).", remedy: remedy
                ))
            return false
        }
        // The column `findings` of a file of held-back rows may say anything.
        let first = plan.cellCount + (plan.hasFindingsColumn ? 1 : 0)
        if (first..<max(first, row.count)).allSatisfy({ row.range($0).isEmpty }) { return true }
        mapped.findings.append(
            FindingKind.tooManyCells.finding(
                row: row.number, "The row has \(row.count) cells; the header has \(plan.cellCount).", remedy: remedy))
        return false
    }

    /// Whether the row adds up others: one of the stated columns holds one of the stated words.
    func isTotal(_ row: Row) -> Bool {
        plan.totals.map { totals in totals.places.contains { totals.isTotal(row, at: $0) } } ?? false
    }

    private mutating func fill(_ slot: Int, from row: Row, _ mapped: inout MappedRow) {
        switch plan.slots[slot].source {
        case .constant(let value): mapped.values[slot] = value
        case .nothing: mapped.values[slot] = nil
        case .cells(let cells):
            mapped.values[slot] = nil
            for (number, cell) in cells.enumerated() {
                switch read(slot, number, cell.reader, row, cell.place) {
                case .value(let value): mapped.values[slot] = value
                case .notReported: continue
                case .problem(let problem):
                    mapped.findings.append(
                        problem.finding(row: row.number, column: plan.columnNames[cell.place]))
                }
                return
            }
        case .union(let cells):
            var codes: [String] = []
            for (number, cell) in cells.enumerated() {
                switch read(slot, number, cell.reader, row, cell.place) {
                case .value(.codes(let more)): for code in more where !codes.contains(code) { codes.append(code) }
                case .problem(let problem):
                    mapped.findings.append(problem.finding(row: row.number, column: plan.columnNames[cell.place]))
                default: continue
                }
            }
            mapped.values[slot] = codes.isEmpty ? nil : .codes(codes)
        case .joined(let cells, let separator): mapped.values[slot] = joined(cells, separator, row)
        case .flags(let flags): fillFlags(slot, flags, row, &mapped)
        }
        if mapped.values[slot] == nil, plan.slots[slot].isRequired {
            mapped.findings.append(
                FindingKind.emptyCell.finding(
                    row: row.number, column: plan.slots[slot].columnName, "The cell is empty, but the record needs it.",
                    remedy: "Fill the cell."))
        }
    }

    private mutating func read(
        _ slot: Int, _ number: Int, _ reader: CellReader, _ row: Row, _ place: Int
    ) -> CellReading {
        let range = row.range(place)
        return row.bytes.withUnsafeBufferPointer { bytes in
            caches[slot][number].reading(of: UnsafeBufferPointer(rebasing: bytes[range]), make: reader.read)
        }
    }

    private func joined(
        _ cells: [(place: Int, missing: SourceDescription.MissingWords)], _ separator: String, _ row: Row
    ) -> FieldValue? {
        let texts = cells.compactMap { cell in
            let text = row.trimmed(cell.place)
            let isMissing =
                text.isEmpty || cell.missing.notReported.contains(text) || cell.missing.unknown.contains(text)
            return isMissing ? nil : text
        }
        return texts.isEmpty ? nil : .text(texts.joined(separator: separator))
    }

    /// No flag set is *not reported*: sources do not agree on whether their zeros mean no or silence.
    private mutating func fillFlags(
        _ slot: Int, _ flags: [(place: Int, code: String, reader: CellReader)], _ row: Row, _ mapped: inout MappedRow
    ) {
        var codes: [String] = []
        for (number, flag) in flags.enumerated() {
            switch read(slot, number, flag.reader, row, flag.place) {
            case .value(.boolean(true)): if !codes.contains(flag.code) { codes.append(flag.code) }
            case .problem(let problem):
                mapped.findings.append(problem.finding(row: row.number, column: plan.columnNames[flag.place]))
            default: continue
            }
        }
        mapped.values[slot] = codes.isEmpty ? nil : .codes(codes)
    }

    /// The cells that name the row, each behind its length so that no two rows share a key by accident.
    ///
    /// Without declared columns all cells that the description mentions, and how often the same cells stood above.
    private mutating func readKey(_ row: Row, _ mapped: inout MappedRow) {
        var isEmpty = true
        for place in plan.keyPlaces {
            let range = place < 0 ? 0..<0 : row.range(place)
            if !range.isEmpty { isEmpty = false }
            for shift in stride(from: 0, to: 32, by: 8) {
                mapped.key.append(UInt8(truncatingIfNeeded: range.count >> shift))
            }
            mapped.key.append(contentsOf: row.bytes[range])
        }
        let above = keys.count(of: mapped.key)
        if !plan.hasKey {
            if above > 0 { mapped.key.append(contentsOf: Array("\(above)".utf8)) }
        } else if isEmpty {
            mapped.findings.append(
                FindingKind.keyEmpty.finding(
                    row: row.number, "The cells that name the row are empty.", remedy: "Fill the key columns."))
        } else if above > 0 {
            mapped.findings.append(
                FindingKind.keyRepeated.finding(
                    row: row.number, "A row above has the same key.",
                    remedy: "Correct the key, or take the second row away if both tell the same."))
        }
    }
}
