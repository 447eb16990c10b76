import Vocabulary

/// Keeps account of an import: counts every row once, tells every finding, copies the rows to correct.
struct ImportBook {
    var summary = ImportSummary()
    let listener: ImportListener
    private let header: Header
    private let totals: TotalWords?
    private var heldBackRows: HeldBackRows
    private var blankRows = 0
    /// Which of the stated columns hold a total, as bits, in any row so far.
    private(set) var totalPatterns: Set<UInt64> = []

    init(header: Header, listener: ImportListener, totals: TotalWords?) {
        self.header = header
        self.listener = listener
        self.totals = totals
        heldBackRows = HeldBackRows(words: listener.words, write: listener.heldBack)
    }

    mutating func tell(_ findings: [Finding]) {
        for finding in findings {
            summary.findings[finding.code, default: 0] += 1
            listener.finding(finding)
        }
    }

    /// Books the rows of a batch, in their order.
    mutating func settle(_ batch: Batch, _ outcomes: [RowOutcome]) throws {
        precondition(outcomes.count == batch.groups.count, "a register answers for every group")
        blankRows += batch.blankRows
        for row in 0..<batch.count {
            summary.rowsRead += 1
            switch batch.steps[row] {
            case .known: summary.alreadyKnown += 1
            case .complete: summary.accepted += 1
            case .stopped: try stop(batch.rows[row], batch.mapped[row])
            case .linkRefused(let reasons): try refuse(batch.rows[row], reasons, as: .linkedRecordRefused)
            case .group(let number):
                switch outcomes[number] {
                case .accepted:
                    summary.accepted += 1
                    summary.persons += batch.groupPersons[number]
                    summary.commands += batch.groups[number].commands.count
                case .refused(let reasons): try refuse(batch.rows[row], reasons, as: .refused)
                }
            }
        }
    }

    private mutating func stop(_ row: Row, _ mapped: MappedRow) throws {
        summary.heldBack += 1
        if mapped.fate == .noRecord {
            summary.noRecords += 1
            if mapped.findings.isEmpty { noteTotal(row) } else { tell(mapped.findings) }
            return
        }
        tell(mapped.findings)
        if row.faults.contains(where: \.isIncomplete) {
            summary.notCopied += 1
        } else {
            try heldBackRows.add(row, under: header, mapped.findings)
        }
    }

    private mutating func noteTotal(_ row: Row) {
        guard let totals else { return }
        totalPatterns.insert(totals.pattern(of: row))
        tell([
            FindingKind.totalRow.finding(
                row: row.number, "The row adds up others, so it is no record.",
                remedy: "Nothing to do; its number is compared with the sum of its parts.")
        ])
    }

    private mutating func refuse(_ row: Row, _ reasons: [RefusalReason], as kind: FindingKind) throws {
        summary.heldBack += 1
        let opening =
            kind == .refused ? "The register refused the row" : "The register refused an organisation of the row"
        let findings = reasons.map { reason in
            kind.finding(
                row: row.number, "\(opening): \(reason.code) \(reason.message)",
                remedy: "Correct the row, or the source description where all rows are refused.",
                about: [reason.code] + reason.place)
        }
        tell(findings)
        try heldBackRows.add(row, under: header, findings)
    }

    /// The last words about the file.
    mutating func close(totals findings: [Finding]) {
        tell(findings)
        if blankRows > 0 {
            tell([
                FindingKind.blankRows.finding(
                    "\(blankRows) rows are blank; they are not counted as rows.", remedy: "Nothing to do.",
                    about: ["\(blankRows)"])
            ])
        }
        precondition(summary.addsUp, "a row of the import is unaccounted for")
    }
}
