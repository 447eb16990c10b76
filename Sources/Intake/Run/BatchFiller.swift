import Mechanisms
import Vocabulary

/// Turns rows into groups of commands, and finds out which of them the register has already.
struct BatchFiller {
    private var mapper: RowMapper
    var assembler: CommandAssembler
    private var once = OnceRecords()
    private let sink: any CommandSink

    init(_ mapper: RowMapper, _ assembler: CommandAssembler, sink: any CommandSink) {
        self.mapper = mapper
        self.assembler = assembler
        self.sink = sink
    }

    /// - Returns: Whether there may be more in the file.
    mutating func fill(_ batch: inout Batch, from reader: inout any RowReader) async throws -> Bool {
        let isMore = batch.read(from: &reader, &mapper)
        let openers = try await openOnceRecords(of: batch)
        var origins: [RowOrigins] = []
        var asked: [Origin] = []
        for row in 0..<batch.count {
            let own = batch.mapped[row].fate == .record ? assembler.origins(of: batch.mapped[row]) : RowOrigins.none
            asked += own.all
            origins.append(own)
        }
        // Commands are made before the register answers: nearly always the whole batch is new or the whole is known.
        let known = asked.isEmpty ? [:] : try await sink.known(asked)
        for row in 0..<batch.count {
            batch.steps.append(step(row, in: &batch, origins[row], known, isOpener: openers.contains(row)))
        }
        return isMore
    }

    private mutating func step(
        _ row: Int, in batch: inout Batch, _ origins: RowOrigins, _ known: [Origin: RecordID], isOpener: Bool
    ) -> Batch.Step {
        guard batch.mapped[row].fate == .record else { return .stopped }
        if !once.refused.isEmpty {
            let names = assembler.onceNames(batch.mapped[row])
            if let reasons = names.compactMap({ once.refused[$0] }).first { return .linkRefused(reasons) }
        }
        if origins.all.isEmpty { return isOpener ? .complete : .known }
        let isKnown = !known.isEmpty
        let newPersons = isKnown ? origins.persons.count { known[$0] == nil } : origins.persons.count
        if isKnown, newPersons == 0, origins.shared.values.allSatisfy({ known[$0] != nil }) { return .known }
        let commands = assembler.commands(
            for: batch.mapped[row], origins, once: once, known: isKnown ? known : [:])
        batch.groups.append(RowCommands(row: batch.rows[row].number, commands: commands))
        batch.groupPersons.append(newPersons)
        return .group(batch.groups.count - 1)
    }

    /// Opens the organisations that these rows are the first to name: rare after the first rows, so it may wait.
    /// - Returns: Rows that named one which the register did not have.
    private mutating func openOnceRecords(of batch: Batch) async throws -> Set<Int> {
        guard !assembler.plan.onceRecords.isEmpty else { return [] }
        var new: [(name: OnceRecords.Name, row: Int, origin: Origin)] = []
        var seen: Set<OnceRecords.Name> = []
        for row in 0..<batch.count where batch.mapped[row].fate == .record {
            for name in assembler.onceNames(batch.mapped[row])
            where !once.isSettled(name) && seen.insert(name).inserted {
                new.append((name, row, assembler.origin(of: name)))
            }
        }
        guard !new.isEmpty else { return [] }
        var ids = try await sink.known(new.map(\.origin))
        var openers: Set<Int> = []
        var groups: [RowCommands] = []
        var opened: [OnceRecords.Name] = []
        for (name, row, origin) in new {
            if let id = ids[origin] {
                once.know(name, as: id)
            } else if let command = assembler.opening(name, batch.mapped[row], origin: origin, once: once) {
                // Two spellings of one name in the same batch open one record.
                ids[origin] = command.record
                groups.append(RowCommands(row: batch.rows[row].number, commands: [command], isShared: true))
                opened.append(name)
                openers.insert(row)
                once.know(name, as: command.record)
            }
        }
        guard !groups.isEmpty else { return [] }
        for (name, outcome) in zip(opened, try await sink.submit(groups)) {
            if case .refused(let reasons) = outcome { once.refuse(name, because: reasons) }
        }
        return openers
    }
}
