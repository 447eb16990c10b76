import Mechanisms

extension Ledger {
    /// Checks the ledger: the file, the chain, the checkpoints, and where asked the derived tables.
    ///
    /// - Parameters:
    ///   - projections: Whether derived tables are compared with a rebuild, which takes longer and needs the keys.
    ///   - progress: Hears now and then how many events were read; returning false stops the check.
    package func verify(
        projections: Bool = false, progress: (Int64) -> Bool = { _ in true }
    ) throws -> Verification {
        var result = Verification()
        for fault in try events.structuralFaults() { result.add(.storage, nil, fault) }
        let checkpoints = try readCheckpoints(&result)
        try checkChain(against: checkpoints, &result, progress)
        if projections, result.isComplete, result.firstBadEvent == nil {
            try checkProjections(&result, progress)
        }
        return result
    }

    /// Checkpoints by place; those that are not ours or not signed become faults.
    private func readCheckpoints(_ result: inout Verification) throws -> [Int64: Checkpoint] {
        guard let (all, malformed) = try Checkpoint.all(in: papers) else {
            result.add(.checkpoints, nil, "the file of checkpoints is missing")
            return [:]
        }
        for line in malformed { result.add(.checkpoints, nil, "line \(line) of the checkpoints cannot be read") }
        var sound: [Int64: Checkpoint] = [:]
        for checkpoint in all {
            guard checkpoint.register == register, checkpoint.isSigned(by: checkpointKey) else {
                result.add(
                    .checkpoints, nil, "the checkpoint at event \(checkpoint.sequence) is not signed by this register")
                continue
            }
            sound[checkpoint.sequence] = checkpoint
        }
        result.checkpoints = sound.count
        return sound
    }

    private func checkChain(
        against checkpoints: [Int64: Checkpoint], _ result: inout Verification, _ progress: (Int64) -> Bool
    ) throws {
        var chain = ChainCheck(register: register)
        do {
            try events.read { connection in
                try connection.query(EventTable.selectRange, [.integer(.min), .integer(.max)]) { row in
                    result.events += 1
                    if let fault = chain.take(row) {
                        result.add(fault.check, fault.sequence, fault.message)
                        return false
                    }
                    if let checkpoint = checkpoints[chain.sequence], checkpoint.hash.bytes != chain.hash {
                        result.add(
                            .checkpoints, chain.sequence,
                            "the checkpoint at event \(chain.sequence) was signed over other events")
                        return false
                    }
                    if chain.sequence % 10_000 == 0, !progress(chain.sequence) {
                        result.isComplete = false
                        return false
                    }
                    return true
                }
            }
        } catch let failure as StoreFailure {
            result.add(.storage, chain.sequence + 1, "event \(chain.sequence + 1) cannot be read: \(failure.code)")
        }
        result.soundThrough = chain.sequence
        guard result.isComplete, result.firstBadEvent == nil else { return }
        if let beyond = checkpoints.keys.max(), beyond > chain.sequence {
            result.add(
                .checkpoints, chain.sequence + 1,
                "events after \(chain.sequence) are missing: a checkpoint was signed at event \(beyond)")
        }
    }
}
