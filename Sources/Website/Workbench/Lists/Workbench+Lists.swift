import Access
import HTTPTypes
import Mechanisms
import Registry
import Vocabulary

extension Workbench {
    var listRoutes: [Route] {
        [
            route(.get, WorkbenchPaths.lists, to: .list, overview),
            route(.get, WorkbenchPaths.list("{mechanism}"), to: .list, list),
            listFile(.csv), listFile(.xlsx),
            route(.post, WorkbenchPaths.views, to: .list, body: .form(), saveView),
            route(.post, "\(WorkbenchPaths.views)/{view}/remove", to: .list, body: .form(), removeView),
        ]
    }

    private func list(_ visit: Visit) throws -> Answer {
        let mechanism = try visit.namedMechanism()
        if let answer = try typedFilter(visit, mechanism) { return answer }
        let question = try ListQuestion(visit.exchange.query, of: mechanism, today: visit.today)
        let page = try visit.registry.list(question.request, visit.asking)
        let filtered = question.query.all.compactMap { RecordID($0.value) }
        let names = try Names(in: page.rows, besides: filtered, visit)
        return visit.page(
            visit.wording.many(mechanism), "list", ListPage(question, page, names, visit),
            breadcrumb: [visit.homeStep, .init(text: visit.wording["lists.title"], href: WorkbenchPaths.lists)],
            marking: names.marking)
    }

    /// What somebody typed into a filter, as the filter: the address of the list then says what it shows.
    private func typedFilter(_ visit: Visit, _ mechanism: Mechanism) throws -> Answer? {
        let mark = "find."
        guard let typed = visit.exchange.query.all.first(where: { $0.name.hasPrefix(mark) }) else { return nil }
        let field = mechanism.field(String(typed.name.dropFirst(mark.count)))
        let question = try ListQuestion(visit.exchange.query, of: mechanism, today: visit.today)
        guard let field, let value = meant(typed.value, by: field, of: mechanism, visit),
            !question.has(ListQuestion.filter(field.name), value)
        else { return .redirect(to: question.first) }
        return .redirect(to: question.toggling(ListQuestion.filter(field.name), value))
    }

    /// A code by its label, or an organisation by its name.
    private func meant(_ text: String, by field: Field, of mechanism: Mechanism, _ visit: Visit) -> String? {
        if let list = field.codeList {
            guard case .found(let code) = CodeFinder(list, visit.wording).find(text) else { return nil }
            return code
        }
        guard field.name == mechanism.owner, visit.knowsOthers(mechanism) else { return nil }
        let wanted = text.lowercased()
        let houses = visit.registry.directory.organisations.values.filter(\.isActive)
        return
            (houses.first { $0.name.lowercased() == wanted }
            ?? houses.first { !wanted.isEmpty && $0.name.lowercased().hasPrefix(wanted) })?.id.description
    }

    private func listFile(_ kind: TableFile.Kind) -> Route {
        let path = "\(WorkbenchPaths.list("{mechanism}"))/rows.\(kind.rawValue)"
        return route(.get, path, to: .export, giving: kind.export) { try file(kind, $0) }
    }

    private func file(_ kind: TableFile.Kind, _ visit: Visit) throws -> Answer {
        let mechanism = try visit.namedMechanism()
        let question = try ListQuestion(visit.exchange.query, of: mechanism, today: visit.today)
        guard let exported = try visit.registry.export(question.request, upTo: TableFile.mostRows, visit.asking) else {
            throw WorkbenchRefusal.listTooLong(most: TableFile.mostRows)
        }
        let marks = try HandlingMarks(of: visit.registry, on: visit.today, visit.asking)
        let table = RecordTable(exported, of: mechanism, try Names(onPaper: exported.rows, visit), marks, visit)
        return .file(
            .bytes(kind.bytes(of: table), type: kind.mediaType),
            name: "\(mechanism.name)-\(visit.today).\(kind.rawValue)", as: kind.export, marked: table.marking)
    }

    private func overview(_ visit: Visit) throws -> Answer {
        visit.page(
            visit.wording["lists.title"], "lists", try ListsPage(visit), breadcrumb: [visit.homeStep])
    }

    private func saveView(_ visit: Visit) throws -> Answer {
        let form = visit.exchange.form
        guard let path = form["query"], path.hasPrefix(WorkbenchPaths.list("")), let local = LocalPath(path) else {
            return .redirect(to: WorkbenchPaths.lists)
        }
        try SavedView(name: form["name"] ?? "", href: local.text).keep(on: shelf, visit)
        return .redirect(to: local.text)
    }

    private func removeView(_ visit: Visit) throws -> Answer {
        shelf.remove(.view, visit.exchange.parameter("view"), of: visit.asking.actor.account)
        return .redirect(to: WorkbenchPaths.lists)
    }
}

extension Visit {
    /// The ways in which a person may open a record of a mechanism; those that the register takes itself are left out.
    func openings(of mechanism: Mechanism) -> [Transition] {
        registry.openings(of: mechanism, asking).filter { !$0.isByRegister }
    }

    /// Steps that this function may take with many records at once.
    func bulkSteps(of mechanism: Mechanism) -> [Transition] {
        let reach = registry.policy.reach(of: asking.actor, .write, mechanism, for: asking.purpose)
        guard reach.grant != nil else { return [] }
        return mechanism.transitions.filter {
            !$0.opensRecord && !$0.isCorrection && $0.by.contains(asking.actor.function)
                && !$0.isByRegister && $0.turns.isEmpty
        }
    }

    /// Whether the one who asks may know of records of other organisations, and of organisations at all.
    func knowsOthers(_ mechanism: Mechanism) -> Bool {
        let reach = registry.policy.reach(of: asking.actor, .list, mechanism, for: asking.purpose)
        let others: Set<Relation> = [.sharedByConsent, .sharedByLaw, .supervised, .none]
        return reach.clauses.contains { others.contains($0.relation) }
            && book.mechanism("organisation").map {
                registry.policy.reach(of: asking.actor, .list, $0, for: asking.purpose).grant != nil
            } ?? false
    }

    func mayExport(_ mechanism: Mechanism) -> Bool {
        registry.policy.reach(of: asking.actor, .export, mechanism, for: asking.purpose).grant != nil
    }
}
