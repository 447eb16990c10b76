import Access
import Accounts
import HTTPTypes
import Mechanisms
import Registry
import Vocabulary

extension AdministrationDesk {
    /// What leaving will do, and what may be handed over with it.
    func leavingForm(_ visit: Visit, problem: String? = nil) throws -> Answer {
        let leaving = try Leaving(of: try named(visit), visit)
        let names = try Names(of: leaving.places.flatMap { $0.successors.map(\.id) }, visit)
        func text(_ key: String) -> String { visit.administration("leave.\(key)") }
        var controls: [DeskForm.Control] = [
            .init(
                "reason", visit.wording["step.reason"], .line(type: "text", value: leaving.form["reason"] ?? ""),
                required: visit.wording["step.required"], error: problem)
        ]
        for place in leaving.places where place.mandate.isHeld {
            controls.append(
                .init(
                    place.checklist, visit.administration("leave.checklist", ["post": place.title]),
                    .area(value: leaving.form[place.checklist] ?? ""), hint: text("checklist-hint")))
            if !place.successors.isEmpty {
                let options = place.successors.map { mandate in
                    DeskForm.Option(
                        mandate.id.description, names[mandate.id] ?? "",
                        isChosen: mandate.id.description == leaving.form[place.successor])
                }
                controls.append(
                    .init(
                        place.successor, visit.administration("leave.successor", ["post": place.title]),
                        .select([.init("", visit.wording["step.no-choice"])] + options)))
            }
        }
        let account = leaving.account
        let ends = DeskSection(
            "ends", text("ends"), note: leaving.places.isEmpty ? visit.administration("account.no-mandate") : "",
            items: leaving.places.map { .init($0.title, href: WorkbenchPaths.record($0.mandate.id)) })
        let section = DeskSection(
            "form", text("particulars"), note: text("tasks"),
            forms: [
                DeskForm(
                    to: "\(AdministrationPaths.account(account.id))/leave", text("button"), isDangerous: true,
                    controls: controls)
            ])
        return page(
            visit.administration("leave.of", ["name": account.displayName]),
            DeskPage(lead: text("lead"), sections: [ends, section], visit.exchange),
            below: [
                listStep(visit), .init(text: account.displayName, href: AdministrationPaths.account(account.id)),
            ], visit, width: .narrow, status: problem == nil ? 200 : 422)
    }

    /// The mandates first: rights end with them even if the account could not be closed.
    func carryOutLeaving(_ visit: Visit) throws -> Answer {
        let account = try named(visit)
        // Sent twice: the first time closed it.
        guard account.state != .closed else { return back(to: account.id, .left) }
        guard account.id.description != visit.asking.actor.account else { throw AccountRefusal.ownAccount }
        guard (visit.exchange.form["reason"] ?? "").contains(where: { !$0.isWhitespace }) else {
            return try leavingForm(visit, problem: visit.wording["problem.M111"])
        }
        switch try visit.registry.submit(Leaving(of: account, visit).commands(), visit.asking) {
        case .written: break
        case .conflict: return .redirect(to: "\(AdministrationPaths.account(account.id))/leave")
        case .refused(let refusal):
            let mechanism = try visit.registry.mechanism("mandate")
            let texts = visit.wording.problems(refusal, mechanism).map(\.text)
            return try leavingForm(visit, problem: texts.joined(separator: " "))
        }
        do {
            try accounts.set(.closed, of: account.id, by: visit.asking.actor.account, at: visit.exchange.moment)
        } catch AccountRefusal.closed {}
        return back(to: account.id, .left)
    }
}
