import Access
import HTTPTypes
import Publication
import Registry
import Vocabulary

extension Workbench {
    /// Choosing for what one works: a page of its own, and a form that says it.
    var purposeRoutes: [Route] {
        [
            route(.get, WorkbenchPaths.purpose, to: .list) { try choice($0) },
            route(.post, WorkbenchPaths.purpose, to: .list, body: .form()) { visit in
                guard case .signedIn(let who) = visit.exchange.visitor,
                    let purpose = visit.exchange.form["purpose"].flatMap({ Purpose(rawValue: $0) }),
                    visit.purposes.contains(purpose)
                else { return try choice(visit, status: 422) }
                purposes.choose(purpose, for: who, at: visit.exchange.moment)
                // To the first page, not back: what was shown for one purpose is not shown again for another unasked.
                return .redirect(to: WorkbenchPaths.home)
            },
        ]
    }

    private func choice(_ visit: Visit, status: Int = 200) throws -> Answer {
        guard visit.purposes.count > 1 else { throw RequestRefusal.notFound }
        var form = FormPage(action: WorkbenchPaths.purpose, button: visit.wording["purpose.send"])
        form.lead = visit.wording["purpose.lead"]
        form.choiceName = "purpose"
        form.choiceLabel = visit.wording["purpose.label"]
        form.choices = visit.purposes.map { purpose in
            .init(
                value: purpose.rawValue, text: visit.wording["purpose.\(purpose.rawValue)"],
                detail: visit.wording["purpose.\(purpose.rawValue)-detail"], isChosen: purpose == visit.asking.purpose)
        }
        return visit.page(visit.wording["purpose.title"], form, breadcrumb: [visit.homeStep], status: status)
    }
}

extension Visit {
    /// For what the function of the one who asks works: its own purpose first.
    var purposes: [Purpose] { registry.policy.purposes(of: asking.actor.function) }

    /// Whether this is what the function is for: then drafts and saved views, which are made for it, are shown.
    var isUsualPurpose: Bool { asking.purpose == asking.actor.function.purpose }

    /// Nil where there is nothing to choose, so that nobody needs to think of it.
    var purposeLine: WorkbenchFrame.Purpose? {
        guard purposes.count > 1 else { return nil }
        return WorkbenchFrame.Purpose(
            text: wording.filled("purpose.now", ["purpose": wording["purpose.\(asking.purpose.rawValue)"]]),
            href: WorkbenchPaths.purpose, change: wording["purpose.change"], isUsual: isUsualPurpose)
    }
}
