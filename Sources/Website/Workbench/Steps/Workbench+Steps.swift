import Access
import HTTPTypes
import Mechanisms
import Registry
import Vocabulary

extension Workbench {
    var stepRoutes: [Route] {
        let step = "\(WorkbenchPaths.anyRecord)/step/{transition}"
        let new = WorkbenchPaths.new("{mechanism}", "{transition}")
        // A form may hold many long texts; a draft has the same limit.
        let body = BodyRule.form(limit: SealedShelf.mostBytes)
        return [
            route(.get, step, to: .write, form), route(.post, step, to: .write, body: body, send),
            route(.get, new, to: .open, form), route(.post, new, to: .open, body: body, send),
            route(.get, WorkbenchPaths.new("{mechanism}"), to: .open, ways),
            route(.post, WorkbenchPaths.bulk("{mechanism}"), to: .write, body: body, Bulk.answer),
        ]
    }

    /// The only way to open a record, or the choice among several.
    private func ways(_ visit: Visit) throws -> Answer {
        let mechanism = try visit.namedMechanism()
        let openings = visit.openings(of: mechanism)
        let query = visit.exchange.query.all.isEmpty ? "" : "?" + visit.exchange.query.encoded
        if let only = openings.first, openings.count == 1 {
            return .redirect(to: WorkbenchPaths.new(mechanism.name, only.name) + query)
        }
        guard !openings.isEmpty else { throw visit.refusal(to: mechanism.openingAction, mechanism) }
        let links = openings.map {
            ListPage.Link(
                href: WorkbenchPaths.new(mechanism.name, $0.name) + query, text: visit.wording.opening(mechanism, $0))
        }
        return visit.page(
            visit.wording.title(mechanism), "ways", WaysPage(links: links),
            breadcrumb: visit.waySteps(mechanism), width: .narrow)
    }

    private func form(_ visit: Visit) throws -> Answer {
        let task = try StepTask(visit)
        var prefilled = visit.exchange.query
        var draftID: String?
        if let id = visit.exchange.query["draft"] {
            let draft = try Draft.named(id, visit)
            (prefilled, draftID) = (draft.input.fields, id)
        }
        let input = StepInput(for: task, prefilled: prefilled, visit)
        return try page(task, input, [], draft: draftID, visit)
    }

    private func send(_ visit: Visit) throws -> Answer {
        let form = visit.exchange.form
        var input = StepInput(form)
        let task = try StepTask(visit).seen(at: input.version, visit)
        if let present = task.present, form.all.contains(where: { $0.name.hasPrefix("choose.") }) {
            input = input.choosing(form, over: present)
        }
        let draft = visit.exchange.query["draft"]
        let act = (form["act"] ?? "send").split(separator: ":", maxSplits: 1).map(String.init)
        switch act.first {
        case "draft": return try keep(task, input, draft, visit) { _ in WorkbenchPaths.home }
        case "pick" where act.count == 2:
            return try keep(task, input, draft, visit) { WorkbenchPaths.pick($0, act[1]) }
        case "known" where KnownCheck.isFor(task, visit):
            let check = try KnownCheck(asking: task, input, visit)
            return try page(task, check.input, [], draft: draft, known: check.list, visit)
        case "add" where act.count == 2: return try add(act[1], task, input, draft, visit)
        default: return try carryOut(task, input, draft, visit)
        }
    }

    private func keep(
        _ task: StepTask, _ input: StepInput, _ id: String?, _ visit: Visit, then path: (String) -> String
    ) throws -> Answer {
        let draft = Draft(id: id.flatMap { SealedShelf.isID($0) ? $0 : nil }, of: task, input, visit)
        try draft.keep(visit)
        return .redirect(to: path(draft.id))
    }

    /// What was typed becomes a code among those chosen, and the form comes again.
    private func add(
        _ name: String, _ task: StepTask, _ input: StepInput, _ draft: String?, _ visit: Visit
    ) throws -> Answer {
        var input = input
        guard let field = task.mechanism.field(name), let list = field.codeList else {
            return try page(task, input, [], draft: draft, visit)
        }
        guard case .found(let code) = CodeFinder(list, visit.wording).find(input.typed(name)) else {
            let problem = StepReading.Problem(field: name, text: visit.wording["problem.typed"])
            return try page(task, input, [problem], draft: draft, visit, status: 422)
        }
        let before = field.isMany ? input.values(of: name) : []
        input.set(StepInput.name(of: name), before.contains(code) ? before : before + [code])
        input.set(StepInput.typedName(of: name), [])
        return try page(task, input, [], draft: draft, visit)
    }

    private func carryOut(
        _ task: StepTask, _ input: StepInput, _ draft: String?, _ visit: Visit
    ) throws -> Answer {
        let reading = StepReading(input, for: task, visit.wording)
        guard let command = reading.command(task, input) else {
            return try page(task, input, reading.problems, draft: draft, visit, status: 422)
        }
        if let check = try KnownCheck(before: command, of: task, input, visit) {
            return try page(task, check.input, [], draft: draft, known: check.list, visit, status: 409)
        }
        do {
            let outcome = try visit.registry.submit([command], visit.asking, key: input.key?.description)
            switch outcome {
            case .written: return done(task, command, draft, visit)
            case .refused(let refusal):
                let problems = visit.wording.problems(refusal, task.mechanism)
                return try page(task, input, problems, draft: draft, visit, status: 422)
            case .conflict(let present, _):
                guard task.present != nil else { return done(task, command, draft, visit) }
                let conflict = try ConflictPage(
                    task, input, present: present, wanted: command, draft: draft, visit)
                return visit.page(
                    visit.wording["conflict.title"], "conflict", conflict,
                    breadcrumb: breadcrumb(task, visit), marking: present.marking, status: 409)
            }
        } catch RegistryRefusal.notFound where task.present == nil {
            // The same form sent twice: the first one opened the record already.
            guard try visit.registry.listed([command.record], visit.asking)[command.record] != nil else {
                throw RegistryRefusal.notFound
            }
            return done(task, command, draft, visit)
        } catch let refusal as RegistryRefusal where refusal != .notFound {
            let words = visit.exchange.pages.words(for: refusal, status: 422, in: visit.exchange.language)
            let problem = StepReading.Problem(field: nil, text: words.detail)
            return try page(task, input, [problem], draft: draft, visit, status: 422)
        }
    }

    /// To the record; after an emergency access to the record that it opened.
    private func done(_ task: StepTask, _ command: Command, _ draft: String?, _ visit: Visit) -> Answer {
        if let draft { shelf.remove(.draft, draft, of: visit.asking.actor.account) }
        if task.mechanism.openingAction == .breakGlass, case .link(let about)? = command.changes["about"] {
            return .redirect(to: WorkbenchPaths.record(about))
        }
        return .redirect(to: WorkbenchPaths.record(command.record))
    }

    private func breadcrumb(_ task: StepTask, _ visit: Visit) -> [WorkbenchFrame.Step] {
        let list = visit.waySteps(task.mechanism)
        guard let present = task.present else { return list }
        let name = (try? Names(in: [present], visit))?.name(of: present) ?? Names.short(present.record)
        return list + [.init(text: name, href: WorkbenchPaths.record(present.record))]
    }

    private func page(
        _ task: StepTask, _ input: StepInput, _ problems: [StepReading.Problem], draft: String?,
        known: KnownList? = nil, _ visit: Visit, status: Int = 200
    ) throws -> Answer {
        let form = try StepForm(task, input, problems, draft: draft, known: known, visit)
        let title =
            task.present == nil
            ? visit.wording.opening(task.mechanism, task.transition)
            : visit.wording.step(task.mechanism, task.transition)
        return visit.page(
            title, "step", form, breadcrumb: breadcrumb(task, visit), marking: form.marking, width: .narrow,
            status: status)
    }
}

/// The choice among the ways to open a record, for `workbench-ways.mustache`.
struct WaysPage: Sendable {
    let links: [ListPage.Link]
}
