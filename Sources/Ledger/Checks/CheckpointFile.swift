import Access
import Mechanisms
import Synchronization
import Vocabulary

extension Checkpoint {
    /// All checkpoints of a file, and whether each of its lines is one.
    ///
    /// A last line that a crash cut short (no line end) is not counted as damage: what it said was never promised.
    static func all(in papers: any Papers) throws -> (checkpoints: [Checkpoint], malformedLines: [Int])? {
        guard let file = try papers.read(.checkpoints) else { return nil }
        var checkpoints: [Checkpoint] = []
        var malformed: [Int] = []
        let lines = file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (place, line) in lines.dropLast().enumerated() {
            if let checkpoint = Checkpoint(line: String(decoding: line, as: UTF8.self)) {
                checkpoints.append(checkpoint)
            } else {
                malformed.append(place + 1)
            }
        }
        return (checkpoints, malformed)
    }

    /// Takes away a last line that a crash cut short, so that the next one begins on a line of its own.
    static func repair(in papers: any Papers) throws {
        guard let file = try papers.read(.checkpoints), let last = file.last, last != UInt8(ascii: "\n") else { return }
        let sound = file.lastIndex(of: UInt8(ascii: "\n")).map { Array(file[...$0]) } ?? []
        try papers.write(sound, as: .checkpoints)
    }

    static func last(in papers: any Papers) throws -> Checkpoint? { try all(in: papers)?.checkpoints.last }
}

extension Ledger {
    /// How many events may be written before the next checkpoint is signed of itself.
    static let eventsBetweenCheckpoints: Int64 = 1000

    /// Signs the present end of the ledger; nothing is added where the last checkpoint says the same.
    ///
    /// - Returns: The newest checkpoint: its `line` can be sent to somebody who keeps it.
    @discardableResult
    package func checkpoint() throws -> Checkpoint {
        guard isWritable, let vault else { throw LedgerFailure.closedFor(action: .write) }
        let position = try position()
        return try lastCheckpoint.withLock { last in
            if last == position.sequence, let newest = try Checkpoint.last(in: papers) { return newest }
            let checkpoint = try Checkpoint(signing: position, of: register, at: clock(), by: vault.keys)
            try papers.append(Array("\(checkpoint.line)\n".utf8), to: .checkpoints)
            last = position.sequence
            return checkpoint
        }
    }

    /// The newest checkpoint that was signed; nil where none was yet.
    package func newestCheckpoint() throws -> Checkpoint? { try Checkpoint.last(in: papers) }

    /// A checkpoint where enough was written since the last.
    func checkpointIfDue(at sequence: Int64) throws {
        let last = lastCheckpoint.withLock(\.self)
        if sequence - last >= Ledger.eventsBetweenCheckpoints { try checkpoint() }
    }
}
