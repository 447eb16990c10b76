import Access
import Ledger
import Mechanisms
import Vocabulary

extension Registry {
    /// Uses of the emergency access that wait for their review, newest first, with what was read under each.
    ///
    /// - Parameter state: Another state of the mechanism to look at what was reviewed.
    /// - Throws: ``AccessRefusal`` for whoever reviews nothing.
    package func emergencyUses(in state: String = "broken", _ asking: Asking) throws -> [EmergencyUse] {
        let review = try policy.decide(asking.actor, .review, for: asking.purpose).get()
        let page = try list(ListRequest(Registry.emergency, states: [state], limit: 200), asking)
        let uses = try page.rows.compactMap { try emergencyUse($0, asking) }
        let looked = uses.flatMap { [$0.view.record] + [$0.about?.record].compactMap(\.self) }
        if !looked.isEmpty {
            try ledger.note([
                Ledger.Shown(.review, of: looked, mechanism: Registry.emergency, filters: [], under: review)
            ])
        }
        return uses
    }

    private func emergencyUse(_ view: RecordView, _ asking: Asking) throws -> EmergencyUse? {
        let (grant, standpoint) = try leave(asking, .read, on: view.record)
        guard let opening = try trailLines(of: view.record, of: view.mechanism, under: grant).first else { return nil }
        let hours = standpoint.mechanism.standings.compactMap(\.hours).max() ?? 0
        let end = Timestamp(milliseconds: opening.recordedAt.milliseconds + Int64(hours) * 3_600_000)
        var about: RecordView?
        var reads: [AccessLine] = []
        if case .link(let record)? = view.value("about"),
            let standpoint = try self.standpoint(of: asking.actor, to: record),
            case .success(let grant) = policy.decide(asking.actor, .read, on: standpoint.target, for: asking.purpose)
        {
            about = try listed([record], asking)[record]
            reads = try trailLines(of: record, of: standpoint.mechanism.name, under: grant).filter { line in
                line.account == opening.account && line.relation == Relation.emergency.rawValue
                    && line.recordedAt >= opening.recordedAt && line.recordedAt <= end
            }
        }
        return EmergencyUse(
            view: view, brokenAt: opening.recordedAt, account: opening.account, function: opening.function,
            organisation: opening.organisation, reason: opening.reason, about: about, reads: reads)
    }

    private static let emergency = "break-glass"
}
