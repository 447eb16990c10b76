package import Intake
import Vocabulary

/// One import of one file into the register, from its beginning in the audit to its end there: the command line and the
/// import desk do the same.
package struct RegisterImport {
    private let run: ImportRun
    private let sink: RegisterSink
    private let source: ImportSource

    /// - Parameters:
    ///   - isRehearsal: Whether everything is decided and nothing written.
    ///   - eventsAtOnce: In one transaction, during which nobody else can write.
    /// - Throws: `AccessRefusal` where the policy does not let them import at all; the ledger's failure.
    package init(
        _ file: any ByteSource, as source: ImportSource, into registry: Registry, _ asking: Asking,
        as entry: Registry.ImportEntry = .post, isRehearsal: Bool = false, eventsAtOnce: Int = 20_000
    ) throws {
        self.source = source
        sink = try RegisterSink(
            registry, asking, as: entry, isRehearsal: isRehearsal, eventsAtOnce: eventsAtOnce)
        run = ImportRun(
            file, as: source.description, into: sink, fingerprint: try registry.fingerprinter(asking, as: entry),
            clock: registry.clock, seed: UInt64.random(in: .min ... .max))
    }

    /// Imports the file; stops between two batches when its task is cancelled.
    ///
    /// - Returns: What became of its rows, and how many events were written, or would have been.
    /// - Throws: ``BrokenImport``; rows before the failure are in, where they could be written.
    package func run(_ listener: ImportListener) async throws(BrokenImport) -> (summary: ImportSummary, events: Int) {
        do {
            try await sink.begin(source)
            let summary = try await run.run(listener)
            let events = try await sink.finish()
            try await sink.end(source, summary.wasCancelled ? .stopped : .done, summary, events: events)
            return (summary, events)
        } catch {
            let written = try? await sink.settle().events
            try? await sink.end(source, .failed, nil, events: written)
            throw BrokenImport(cause: error, events: written)
        }
    }
}

/// An import that came to no end.
package struct BrokenImport: Error {
    package let cause: any Error
    /// Events of the rows before, which stay; nil where the disk takes no more and nobody knows here how many.
    package let events: Int?
}
