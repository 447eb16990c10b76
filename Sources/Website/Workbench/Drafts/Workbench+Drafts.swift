import Access
import HTTPTypes
import Mechanisms
import Registry
import Vocabulary

extension Workbench {
    var draftRoutes: [Route] {
        let pick = WorkbenchPaths.pick("{draft}", "{field}")
        return [
            route(.get, pick, to: .list) { try picking($0, searching: nil) },
            route(.post, "\(pick)/search", to: .search, on: [.victims], body: .form(isSecret: true)) {
                try picking($0, searching: $0.exchange.form["wanted"])
            },
            route(.post, pick, to: .list, body: .form(), choose),
            route(.post, "\(WorkbenchPaths.draft("{draft}"))/remove", to: .list, body: .form(), removeDraft),
        ]
    }

    private func picking(_ visit: Visit, searching wanted: String?) throws -> Answer {
        let (draft, mechanism, field) = try picked(visit)
        let page = try PickPage(field, of: mechanism, for: draft, searching: wanted, visit)
        return visit.page(
            visit.wording.filled("pick.title", ["field": visit.wording.field(mechanism, field.name)]), "pick", page,
            breadcrumb: visit.waySteps(mechanism), marking: page.marking)
    }

    /// Puts the record into the draft and goes back to the form. Whether it may be named there is judged when it is sent.
    private func choose(_ visit: Visit) throws -> Answer {
        var (draft, _, field) = try picked(visit)
        let sent = visit.exchange.form["record"] ?? visit.exchange.form["pasted"] ?? ""
        // An address is as good as an id: people copy what they see.
        let last = sent.split(separator: "/").last.map { String($0.prefix(36)) } ?? ""
        guard let record = RecordID(last.lowercased()) else {
            return .redirect(to: WorkbenchPaths.pick(draft.id, field.name))
        }
        let before = field.isMany ? draft.input.values(of: field.name) : []
        let text = record.description
        draft.input.set(
            StepInput.name(of: field.name), before.contains(text) ? before : before + [text])
        try draft.keep(visit)
        return .redirect(to: draft.path)
    }

    private func picked(_ visit: Visit) throws -> (Draft, Mechanism, Field) {
        let draft = try Draft.named(visit.exchange.parameter("draft"), visit)
        let mechanism = try visit.registry.mechanism(draft.mechanism)
        guard let field = mechanism.field(visit.exchange.parameter("field")), field.linkedMechanism != nil else {
            throw RequestRefusal.notFound
        }
        return (draft, mechanism, field)
    }

    private func removeDraft(_ visit: Visit) throws -> Answer {
        shelf.remove(.draft, visit.exchange.parameter("draft"), of: visit.asking.actor.account)
        return .redirect(to: WorkbenchPaths.home)
    }
}
