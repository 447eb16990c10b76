import Mechanisms
import Vocabulary

/// Compares rows that add up others with the sum of their parts, in two more readings of the file.
///
/// A total in some columns is the sum of the rows that hold a total in none, over those columns. Sources where that
/// fails are worth knowing (some margins leave out *unknown*), but their rows are no worse for it: a warning.
struct TotalsCheck {
    private struct Part: Hashable {
        let pattern: UInt64
        let cells: [UInt8]
    }

    private static let mostSums = 1 << 20

    private let plan: MappingPlan
    private let header: Header
    private let totals: TotalWords
    private let dimensions: [Int]
    private let people: (place: Int, reader: CellReader)
    private var sums: [Part: Int] = [:]
    private var isTooLarge = false

    /// Said of a source that came through a pipe.
    static let notReadAgain = FindingKind.totalsUnchecked.finding(
        "The totals were not compared with the sums of their parts: what came through a pipe cannot be read again.",
        remedy: "Save it as a file and import that; rows that are in are known.")

    /// Nil where the source has no totals, or no column to add up.
    init?(_ plan: MappingPlan, _ header: Header) {
        guard let totals = plan.totals, let slot = plan.people, case .cells(let cells) = plan.slots[slot].source,
            let people = cells.first
        else { return nil }
        self.plan = plan
        self.header = header
        self.totals = totals
        self.people = people
        dimensions = plan.hasKey ? plan.keyPlaces.filter { $0 >= 0 } : totals.places
    }

    /// What is to be said of the totals whose patterns were seen.
    mutating func findings(
        patterns: Set<UInt64>, reading open: () throws(IntakeFailure) -> any RowReader
    ) throws(IntakeFailure) -> [Finding] {
        try eachRow(of: open) { check, row in check.addUp(row, patterns) }
        if isTooLarge || patterns.count > 256 {
            return [
                FindingKind.totalsUnchecked.finding(
                    "The file has too many different sums to compare its totals with.", remedy: "Nothing to do.")
            ]
        }
        var findings: [Finding] = []
        try eachRow(of: open) { check, row in
            if let finding = check.compare(row) { findings.append(finding) }
        }
        return findings
    }

    private mutating func eachRow(
        of open: () throws(IntakeFailure) -> any RowReader, _ body: (inout TotalsCheck, Row) -> Void
    ) throws(IntakeFailure) {
        var reader = try open()
        var row = Row()
        while try reader.next(into: &row) {
            if row.number > header.row.number, row.faults.isEmpty, !row.isBlank { body(&self, row) }
        }
    }

    private mutating func addUp(_ row: Row, _ patterns: Set<UInt64>) {
        guard !isTooLarge, totals.pattern(of: row) == 0, let number = number(in: row) else { return }
        for pattern in patterns { sums[part(row, pattern), default: 0] += number }
        isTooLarge = sums.count > Self.mostSums
    }

    private func compare(_ row: Row) -> Finding? {
        let pattern = totals.pattern(of: row)
        guard pattern != 0, let stated = number(in: row) else { return nil }
        guard let sum = sums[part(row, pattern)] else {
            return FindingKind.totalsUnchecked.finding(
                row: row.number, "The parts of this total are not in the file.", remedy: "Nothing to do.")
        }
        guard sum != stated else { return nil }
        return FindingKind.totalDiffers.finding(
            row: row.number, column: plan.columnNames[people.place],
            "The total says \(stated), but its parts add up to \(sum).",
            remedy: "Ask the source which one is right; the parts were taken in.", about: ["\(stated)", "\(sum)"])
    }

    private func number(in row: Row) -> Int? {
        if case .value(.integer(let number)) = people.reader.read(row.trimmed(people.place)) { number } else { nil }
    }

    /// The cells that a total and its parts have in common.
    private func part(_ row: Row, _ pattern: UInt64) -> Part {
        var cells: [UInt8] = []
        for place in dimensions where !totals.isSummed(place, in: pattern) {
            cells.append(contentsOf: row.bytes[row.range(place)])
            cells.append(0)
        }
        return Part(pattern: pattern, cells: cells)
    }
}

extension TotalWords {
    /// Which of its columns hold a total, a bit for each; 0 for a row that adds up nothing.
    func pattern(of row: Row) -> UInt64 {
        var pattern: UInt64 = 0
        for (bit, place) in places.prefix(64).enumerated() where isTotal(row, at: place) { pattern |= 1 << UInt64(bit) }
        return pattern
    }

    /// Whether the column at `place` is one that a total of this pattern adds up.
    func isSummed(_ place: Int, in pattern: UInt64) -> Bool {
        places.firstIndex(of: place).map { $0 < 64 && pattern >> UInt64($0) & 1 == 1 } ?? false
    }
}
