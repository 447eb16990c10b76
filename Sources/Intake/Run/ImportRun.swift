package import Vocabulary

// Goals, in order: (1) every row is accounted for; (2) a row goes in wholly or not at all; (3) the same file again adds
// nothing, and an interrupted import goes on; (4) memory does not depend on the file; (5) reading and mapping go on
// while the register writes.

/// One import of one file.
package struct ImportRun {
    private let description: SourceDescription
    private let source: any ByteSource
    private let sink: any CommandSink
    private let fingerprint: Fingerprint
    private let clock: @Sendable () -> Timestamp
    private let seed: UInt64

    /// - Parameters:
    ///   - fingerprint: Makes origins under the register's own key.
    ///   - clock: When it is; ids of new records carry it.
    ///   - seed: For the ids of records: another one for every import.
    package init(
        _ source: any ByteSource, as description: SourceDescription, into sink: any CommandSink,
        fingerprint: @escaping Fingerprint, clock: @escaping @Sendable () -> Timestamp, seed: UInt64
    ) {
        self.source = source
        self.description = description
        self.sink = sink
        self.fingerprint = fingerprint
        self.clock = clock
        self.seed = seed
    }

    /// Imports the file.
    ///
    /// Stops between two batches when its task is cancelled.
    /// - Throws: ``IntakeFailure``, and what the sink or the listener throws; the rows before that are in.
    package func run(_ listener: ImportListener = ImportListener()) async throws -> ImportSummary {
        var reader = try open()
        let header = try readHeader(&reader)
        let plan = MappingPlan(description, header)
        let assembler = CommandAssembler(
            plan, sourceName: description.name, fingerprint: fingerprint, mint: IdentifierMint(at: clock(), seed: seed))
        var book = ImportBook(header: header, listener: listener, totals: plan.totals)
        book.summary.reading = reader.reading
        book.tell(header.findings)
        var filler = BatchFiller(RowMapper(plan), assembler, sink: sink)
        try await drive(&reader, &filler, &book)
        var totals: [Finding] = []
        if !book.totalPatterns.isEmpty, !book.summary.wasCancelled, var check = TotalsCheck(plan, header) {
            totals =
                source.canBeReadAgain
                ? try check.findings(patterns: book.totalPatterns, reading: open) : [TotalsCheck.notReadAgain]
        }
        book.close(totals: totals)
        return book.summary
    }

    /// Fills one batch while the register takes the one before.
    private func drive(
        _ reader: inout any RowReader, _ filler: inout BatchFiller, _ book: inout ImportBook
    ) async throws {
        var (current, waiting) = (Batch(), Batch())
        var isMore = true
        while isMore {
            if Task.isCancelled {
                book.summary.wasCancelled = true
                break
            }
            filler.assembler.mint.advance(to: clock())
            let groups = waiting.groups
            async let submitted = submit(groups)
            isMore = try await filler.fill(&current, from: &reader)
            try book.settle(waiting, try await submitted)
            swap(&current, &waiting)
            book.listener.progress(
                ImportProgress(rows: book.summary.rowsRead, bytes: reader.bytesRead, totalBytes: source.byteCount))
        }
        try book.settle(waiting, try await submit(waiting.groups))
        if let failure = waiting.failure { throw failure }
    }

    private func submit(_ groups: [RowCommands]) async throws -> [RowOutcome] {
        groups.isEmpty ? [] : try await sink.submit(groups)
    }

    private func open() throws(IntakeFailure) -> any RowReader {
        let headers = Set(description.columns.flatMap { [$0.name] + $0.aliases }.map(folded(header:)))
        return CorrectedRows(try RowFile.open(source, description.format, expecting: headers))
    }

    /// Passes over the rows above the header.
    private func readHeader(_ reader: inout any RowReader) throws -> Header {
        var row = Row()
        for number in 1...description.format.headerRow {
            guard try reader.next(into: &row) else { throw IntakeFailure.empty(file: source.name) }
            // A file of held-back rows has its header on top, wherever the source has it.
            if number == 1, row.count > 1, row.trimmed(row.count - 1) == Header.findingsColumn { break }
        }
        if row.isBlank { throw IntakeFailure.empty(file: source.name) }
        return try Header(row, of: description, delimiter: reader.reading)
    }
}
