import Access
import Ledger
import Mechanisms
package import Vocabulary

// Goals, in order: (1) whoever asks learns that a match exists and which post to ask, and nothing of the officer; (2) an officer
// whose time is over is no answer from the next day on; (3) every question is written down.

extension Registry {
    /// The posts of all states that can release an officer as asked for, by state.
    ///
    /// The one who asks may open requests and reads none of the records. There is no number and no day in the answer, so that
    /// neither how many there are nor when one is away can be worked out from questions (decision 0255). Each question is
    /// written down with the records that met it.
    ///
    /// - Throws: ``RegistryRefusal/notForFunction(function:action:mechanism:)`` for whoever may ask no state for anything.
    package func skillMatches(_ question: SkillQuestion, on day: CalendarDate, _ asking: Asking) throws -> [SkillMatch]
    {
        let mechanism = try mechanism("officer-skill")
        let request = try self.mechanism("cooperation-request")
        guard policy.reach(of: asking.actor, .open, request, for: asking.purpose).grant != nil,
            let grant = policy.reach(of: asking.actor, .list, mechanism, for: asking.purpose).grant
        else {
            throw RegistryRefusal.notForFunction(
                function: asking.actor.function, action: .open, mechanism: request.name)
        }
        let met = try ledger.records(of: mechanism.name).compactMap { try ledger.record($0) }
            .filter { question.isMet(by: $0, on: day) }
        let filters = [question.language.map { _ in "fluent" }, question.skill.map { _ in "skills" }].compactMap(\.self)
        try ledger.note([
            Ledger.Shown(.list, of: met.map(\.record), mechanism: mechanism.name, filters: filters, under: grant)
        ])
        let contacts = try contactBook(asking, on: day)
        return try Set(met.compactMap { $0.link("released-by") }).compactMap { try match($0, contacts) }
            .sorted { $0.place < $1.place }
    }

    private func match(_ id: RecordID, _ contacts: ContactBook) throws -> SkillMatch? {
        let directory = self.directory
        guard let post = directory.posts[id], post.isOpen,
            let house = directory.organisations[post.organisation], house.isActive
        else { return nil }
        let own = contacts.entries.filter { $0.contact.post == id }
        return SkillMatch(
            post: id, title: post.title, kind: post.kind.rawValue, organisation: house.name,
            country: try ledger.record(house.id)?.code("country"), isVacant: contacts.vacant.contains(id),
            contacts: own.isEmpty ? contacts.entries.filter { $0.contact.organisation == house.id } : own)
    }
}

extension SkillMatch {
    fileprivate var place: (String, String, String, RecordID) { (country ?? "", organisation, title ?? kind, post) }
}
