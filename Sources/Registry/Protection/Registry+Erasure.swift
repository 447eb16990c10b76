import Access
import Ledger
import Mechanisms
package import Vocabulary

extension Registry {
    /// What the erasure of a person would take away and what would stay; it is a reading and is written down.
    ///
    /// - Throws: ``RegistryRefusal/notFound`` where there is no such person, where they are out of reach, and for whoever
    ///   erases nobody.
    package func erasurePreview(of person: RecordID, _ asking: Asking) throws -> ErasurePreview {
        let (_, _, standpoint) = try reviewing(person, asking, .erase)
        let view = try read(person, asking)
        let staying = try neighbours(of: view, asking).filter { !$0.isFromHere }
        let held = staying.map(\.view).filter {
            $0.mechanism == Ledger.legalHold.mechanism && $0.state == Ledger.legalHold.state
        }
        return ErasurePreview(
            view: view.onlyListed(standpoint.mechanism), isErased: try ledger.erased().contains(person),
            fields: view.fields.filter { $0.sensitivity == .identity && $0.content != .absent }.map(\.name),
            files: try ledger.attachments(of: person), staying: staying, holds: try ledger.holds(on: person),
            holdsInSight: held.map(\.record))
    }

    /// Destroys a person's key: whatever names them is gone, here, in drafts and in every copy.
    ///
    /// - Parameter reason: Written on the event in clear: no names.
    /// - Throws: As ``erasurePreview(of:_:)``; ``RegistryRefusal/held(records:)`` where a legal hold stops it;
    ///   ``RegistryRefusal/reasonMissing``; the store's refusal.
    package func erase(_ person: RecordID, because reason: String, _ asking: Asking) throws {
        let (grant, _, _) = try reviewing(person, asking, .erase)
        guard !reason.allSatisfy(\.isWhitespace) else { throw RegistryRefusal.reasonMissing }
        do { try ledger.erase(person, reason: reason, under: grant) } catch LedgerFailure.onHold(_, let holds) {
            try writeRemark(
                .refuse, on: person, by: asking, .erase, code: RegistryRefusal.held(records: holds).code)
            throw RegistryRefusal.held(records: holds)
        }
    }
}
