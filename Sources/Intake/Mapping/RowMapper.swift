import Mechanisms
import Vocabulary

/// Reads rows as values, by the plan of one file, and tells rows that are records from those that are not.
struct RowMapper {
    let plan: MappingPlan
    private var slots: SlotReader
    private var keys = KeyCounter()

    init(_ plan: MappingPlan) {
        self.plan = plan
        slots = SlotReader(plan)
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
        slots.fill(&mapped, from: row)
        if case .integer(let number)? = plan.people.flatMap({ mapped.values[$0] }) { mapped.people = number }
        readKey(row, &mapped)
        if mapped.findings.count > 1 { tellOnce(&mapped.findings) }
        if mapped.findings.contains(where: { $0.weight == .error }) {
            mapped.fate = .faulty
        } else if mapped.people == 0 {
            mapped.fate = .noRecord
            mapped.findings.append(
                FindingKind.standsForNobody.finding(
                    row: row.number, "The row stands for no person, so it opens nothing.", remedy: "Nothing to do."))
        }
    }

    /// A cell that several fields read is wrong once.
    private func tellOnce(_ findings: inout [Finding]) {
        var told: Set<Finding> = []
        findings.removeAll { !told.insert($0).inserted }
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
