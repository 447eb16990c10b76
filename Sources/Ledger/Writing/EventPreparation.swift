import Access
import Mechanisms
import Vocabulary

/// Makes drafts ready to be written: checks, sealing, encoding. Needs no transaction, so it runs beside one.
struct EventPreparation {
    /// Nil where the ledger was opened without keys: identities are then refused.
    let vault: Vault?

    /// New person keys are kept in the vault before this returns: nothing sealed can outlive its key.
    func prepare(_ groups: [[EventDraft]]) throws -> PreparedBatch {
        let keys = try personKeys(groups)
        var batch = PreparedBatch()
        for (place, group) in groups.enumerated() {
            let first = batch.drafts.count
            for draft in group {
                do throws(LedgerFailure) {
                    try append(draft, keys, to: &batch)
                } catch {
                    batch.refused[place] = error
                    batch.bodyEnds.append(batch.bodies.count)
                }
                batch.drafts.append(draft)
            }
            batch.groups.append(first..<batch.drafts.count)
        }
        return batch
    }

    private func append(
        _ draft: EventDraft, _ keys: [RecordID: Vault.PersonKey], to batch: inout PreparedBatch
    ) throws(LedgerFailure) {
        guard draft.version > 0 || draft.mechanism == LedgerEvent.mechanism else {
            throw .impossibleVersion(mechanism: draft.mechanism, version: draft.version)
        }
        for (field, value) in draft.changes {
            if case .sealed = value { throw .alreadySealed(mechanism: draft.mechanism, field: field) }
        }
        var sealed: [String: FieldValue] = [:]
        if !draft.identityFields.isEmpty { sealed = try seal(draft, keys, &batch.tokens[batch.drafts.count]) }
        BodyWriter.append(draft.changes, sealed: sealed, to: &batch.bodies)
        batch.bodyEnds.append(batch.bodies.count)
    }

    private func seal(
        _ draft: EventDraft, _ keys: [RecordID: Vault.PersonKey], _ tokens: inout [BlindIndex.Token]?
    ) throws(LedgerFailure) -> [String: FieldValue] {
        var sealed: [String: FieldValue] = [:]
        for field in draft.identityFields {
            guard let value = draft.changes[field] else { continue }
            guard let person = draft.person else {
                throw .identityWithoutPerson(mechanism: draft.mechanism, field: field)
            }
            guard let vault else { throw .closedFor(action: .write) }
            guard let key = keys[person]?.key else { throw .personErased(person: person) }
            guard
                let bytes = try? IdentitySeal.seal(
                    value, field: field, of: draft.record, version: draft.version, under: key)
            else { throw .damagedKey(person: person) }
            sealed[field] = .sealed(bytes)
            tokens = (tokens ?? []) + vault.keys.blindIndex.tokens(of: value, field: field)
        }
        return sealed
    }

    /// The keys of all persons whose identities are to be sealed; none for those who were erased.
    private func personKeys(_ groups: [[EventDraft]]) throws -> [RecordID: Vault.PersonKey] {
        var persons: Set<RecordID> = []
        for group in groups {
            for draft in group where !draft.identityFields.isEmpty {
                if let person = draft.person { persons.insert(person) }
            }
        }
        guard !persons.isEmpty, let vault else { return [:] }
        let keys = try vault.keysForSealing(persons)
        try vault.save(keys.compactMap { person, key in key.unsaved.map { (person, $0) } })
        return keys
    }
}
