package import Access
package import Mechanisms
package import Vocabulary

extension Ledger {
    /// Writes events together: all in one transaction, or none. What is returned as written survives `kill -9`.
    ///
    /// Each draft must build on the record's present version, `version - 1`; otherwise nothing is written and the
    /// outcome is a ``GroupOutcome/conflict(_:)``. A group of which an origin is known is not written again.
    ///
    /// - Parameters:
    ///   - key: Makes a repetition harmless: the same key and request again write nothing and give the first outcome
    ///     again.
    ///   - grounds: What the decision found of other records; where it is no longer so, nothing is written and the
    ///     outcome is ``GroupOutcome/overtaken``.
    /// - Throws: ``LedgerFailure/otherGrant(given:needed:)`` unless the grant lets write, import or release; a
    ///   ``LedgerFailure`` where an identity cannot be sealed; ``LedgerFailure/keyReused``; the store's refusal.
    package func append(
        _ drafts: [EventDraft], under grant: Grant, key: RequestKey? = nil, restingOn grounds: Grounds? = nil
    ) throws -> GroupOutcome {
        try Ledger.requireWriting(grant)
        guard !drafts.isEmpty else { return .written(through: try position().sequence) }
        for draft in drafts where draft.mechanism == LedgerEvent.mechanism {
            throw LedgerFailure.impossibleVersion(mechanism: draft.mechanism, version: draft.version)
        }
        let outcome = try appendAny(drafts, under: grant, key: key, restingOn: grounds)
        if case .refused(let failure) = outcome { throw failure }
        if case .written(let sequence) = outcome { try checkpointIfDue(at: sequence) }
        return outcome
    }

    /// Writes events about the ledger itself.
    @discardableResult
    func appendOwn(
        _ drafts: [EventDraft], under grant: Grant, restingOn grounds: Grounds? = nil
    ) throws -> GroupOutcome {
        try appendAny(drafts, under: grant, restingOn: grounds)
    }

    private func appendAny(
        _ drafts: [EventDraft], under grant: Grant, key: RequestKey? = nil, restingOn grounds: Grounds? = nil
    ) throws -> GroupOutcome {
        guard isWritable else { throw LedgerFailure.closedFor(action: .write) }
        let batch = try EventPreparation(vault: vault).prepare([drafts])
        return try events.write { connection in
            if let key, let answered = try RequestTable.answer(key, connection) {
                return .written(through: answered.upperBound)
            }
            let outcome = try write(batch, under: grant, restingOn: grounds.map { [$0] }, connection)[0]
            if let key, case .written(let through) = outcome {
                try RequestTable.keep(key, (through - Int64(drafts.count) + 1)...through, connection)
            }
            return outcome
        }
    }

    /// What a request with this key made the first time: the version of each record after it; nil where the key is new.
    ///
    /// To be asked before a command is decided on: the second time, the book would refuse what the first time did.
    ///
    /// - Throws: ``LedgerFailure/keyReused`` where the key came with another request.
    package func answered(_ key: RequestKey) throws -> [RecordID: Int]? {
        try events.read { connection in
            guard let answer = try RequestTable.answer(key, connection) else { return nil }
            var versions: [RecordID: Int] = [:]
            let reader = EventReader()
            let range: [StoredValue] = [.integer(answer.lowerBound), .integer(answer.upperBound)]
            try connection.query(EventTable.selectRange, range) { row in
                let draft = try reader.event(row).draft
                versions[draft.record] = draft.version
                return true
            }
            return versions
        }
    }

    /// Whether a request of this actor was written under the key, whatever it said.
    package func hasAnswered(_ key: String, of actor: Actor) throws -> Bool {
        try events.read { try RequestTable.isKnown(RequestKey(key, of: actor, request: []), $0) }
    }

    /// Writes a batch within a transaction.
    ///
    /// - Parameters:
    ///   - grounds: Of each group; nil where the groups rest on nothing but their own records.
    ///   - own: Events that the same author wrote since the first of these decisions, and that shake none of them.
    /// - Returns: What became of each group, in their order.
    func write(
        _ batch: PreparedBatch, under grant: Grant, restingOn grounds: [Grounds]? = nil,
        own: [ClosedRange<Int64>] = [], _ connection: any StoreConnection
    ) throws -> [GroupOutcome] {
        let last = try Ledger.position(connection, register: register)
        let stamp = EventStamp(grant, now: clock(), last: last.recordedAt)
        var writer = try TransactionWriter(connection, after: last, stamp: stamp, for: batch, rules: rules)
        var check = GroundCheck(connection, after: last.sequence, own: own, actor: grant.actor, at: clock())
        var outcomes: [GroupOutcome] = []
        outcomes.reserveCapacity(batch.groups.count)
        for (place, group) in batch.groups.enumerated() {
            if let failure = batch.refused[place] {
                outcomes.append(.refused(failure))
            } else if let grounds, try !check.hold(grounds[place]) {
                outcomes.append(.overtaken)
            } else {
                outcomes.append(try writer.write(group, of: batch))
            }
        }
        try writer.flush()
        return outcomes
    }

    static func requireWriting(_ grant: Grant) throws(LedgerFailure) {
        guard [.open, .write, .breakGlass, .importRecords, .release].contains(grant.action) else {
            throw .otherGrant(given: grant.action, needed: .write)
        }
    }
}
