import Vocabulary

/// Facts as bytes: kept beside the ledger so that only its tail has to be folded again.
extension Facts {
    /// Raised whenever the columns, or the way events are folded into them, change: older snapshots are then refused.
    static let snapshotVersion: UInt64 = 3
    private static let magic: UInt64 = 0x5354_4341_465F_5052  // "RP_FACTS"

    /// The facts as bytes; equal facts give equal bytes.
    package func snapshot() throws(CountingFailure) -> [UInt8] {
        var writer = SnapshotWriter()
        for number in heading { writer.add(number) }
        writer.add(UInt64(bitPattern: position))
        writer.add(ledgerHash)
        writer.add(UInt64(misfits))
        writer.add(UInt64(diagnostics.count))
        for diagnostic in diagnostics {
            writer.add(UInt64(bitPattern: diagnostic.sequence))
            writer.add(diagnostic.mechanism)
            writer.add(diagnostic.field)
        }
        var columns = self
        try columns.visitColumns(&writer)
        writer.seal()
        return writer.bytes
    }

    /// Facts from a snapshot, to be extended by folding the events after its position.
    ///
    /// - Parameter hash: The hash that the ledger has for the event at a position; nil where it has no such event.
    /// - Throws: ``CountingFailure/snapshotUnfit(_:)`` for other code lists, another horizon, another version, a ledger
    ///   that has another event at that place, or damage.
    package init(
        snapshot bytes: [UInt8], lists: CountingLists, horizon: Horizon = .everything, hash: (Int64) -> String?
    ) throws(CountingFailure) {
        self.init(lists: lists, horizon: horizon)
        var reader = try SnapshotReader(bytes)
        let reasons = ["it is no snapshot of facts", "it is of another version", "the code lists have changed"]
        for (number, reason) in zip(heading, reasons + Array(repeating: "it was made for another horizon", count: 3)) {
            guard try reader.number() == number else { throw .snapshotUnfit(reason) }
        }
        position = Int64(bitPattern: try reader.number())
        ledgerHash = try reader.text()
        guard hash(position) == ledgerHash else { throw .snapshotUnfit("it was made from another ledger") }
        misfits = Int(truncatingIfNeeded: try reader.number())
        for _ in 0..<min(try reader.number(), 100) {
            diagnostics.append(
                FoldDiagnostic(
                    sequence: Int64(bitPattern: try reader.number()), mechanism: try reader.text(),
                    field: try reader.text()))
        }
        try visitColumns(&reader)
    }

    private var heading: [UInt64] {
        [
            Facts.magic, Facts.snapshotVersion, lists.fingerprint,
            horizon.position.map { UInt64(bitPattern: $0) } ?? .max,
            horizon.recordedBefore.map { UInt64(bitPattern: $0.milliseconds) } ?? .max,
            horizon.effectiveOn.map { UInt64(bitPattern: Int64($0.daysSinceEpoch)) } ?? .max,
        ]
    }
}
