import Access
import Ledger
import Mechanisms
package import Vocabulary

extension Registry {
    /// Circulation lists, the last one first.
    package func circulationLists(_ asking: Asking) throws -> [CirculationList.Head] {
        try readable("circulation-list", asking).compactMap { state -> CirculationList.Head? in
            guard state.state == "made", let title = state.text("title"),
                case .period(let day)? = state.fields["made-on"],
                let position = try ledger.history(of: state.record).first?.sequence
            else { return nil }
            return CirculationList.Head(
                record: state.record, title: title, day: day.start,
                kinds: Set(state.codes("kinds").compactMap { FunctionKind(rawValue: $0) }),
                countries: state.codes("countries"), position: position)
        }.sorted { $0.position > $1.position }
    }

    /// A list with its members, as it may leave the house: under leave to export, and written down.
    ///
    /// - Throws: ``RegistryRefusal/notFound``;
    ///   ``RegistryRefusal/notForFunction(function:action:mechanism:)`` where it may be known of only.
    package func circulationList(_ record: RecordID, _ asking: Asking) throws -> CirculationList {
        let mechanism = try mechanism("circulation-list")
        guard let head = try circulationLists(asking).first(where: { $0.record == record }) else {
            throw RegistryRefusal.notFound
        }
        guard policy.reach(of: asking.actor, .export, mechanism, for: asking.purpose).grant != nil else {
            throw RegistryRefusal.notForFunction(
                function: asking.actor.function, action: .export, mechanism: mechanism.name)
        }
        let list = try circulation(head)
        try writeExport([record], of: mechanism, by: [], asking)
        return list
    }

    private func circulation(_ head: CirculationList.Head) throws -> CirculationList {
        let states = try Directory.mechanisms.flatMap { try self.states(of: $0, by: head.position) }
        let countries = Dictionary(
            states.map { ($0.record, $0.code("country")) }, uniquingKeysWith: { first, _ in first })
        let directory = Directory(states)
        let contacts = try self.states(of: "contact-point", by: head.position).compactMap(ContactPoint.init)
            .sorted { ($0.priority, $0.record) < ($1.priority, $1.record) }
        let vacant = Set(directory.vacantPosts(on: head.day).map(\.id))
        let posts = directory.posts.values.filter { $0.isOpen && head.kinds.contains($0.kind) }
        let members = posts.compactMap { post -> CirculationList.Member? in
            guard let house = directory.organisations[post.organisation], house.isActive else { return nil }
            let country = countries[house.id] ?? nil
            guard head.countries.isEmpty || country.map(head.countries.contains) == true else { return nil }
            let own = contacts.filter { $0.post == post.id }
            return CirculationList.Member(
                post: post, organisation: house.name, country: country,
                contacts: own.isEmpty ? contacts.filter { $0.organisation == house.id } : own)
        }.sorted { ($0.country ?? "", $0.organisation, $0.post.id) < ($1.country ?? "", $1.organisation, $1.post.id) }
        return CirculationList(
            head: head, members: members.filter { !vacant.contains($0.post.id) },
            empty: members.filter { vacant.contains($0.post.id) },
            proof: try ledger.position(at: head.position)?.hash.description ?? "")
    }

    /// Records of a mechanism as they were at a place of the ledger.
    func states(of mechanism: String, by position: Int64) throws -> [RecordState] {
        try ledger.records(of: mechanism).compactMap { try state(of: $0, by: position) }
    }

    /// A record as it was at a place of the ledger; nil where it was not there yet.
    func state(of record: RecordID, by position: Int64) throws -> RecordState? {
        let held = try ledger.history(of: record).filter { $0.sequence <= position }.map(\.draft)
        return RecordState(folding: held, asOf: nil)
    }
}
