import Access
import Mechanisms
import Registry
import Vocabulary

/// One request of somebody at the workbench: in whose name, and in which words.
struct Visit: Sendable {
    let workbench: Workbench
    let exchange: Exchange
    let asking: Asking
    let wording: Wording

    /// - Parameter sheet: Where the lists of the page are written down together.
    init(_ workbench: Workbench, _ exchange: Exchange, on sheet: ReadingSheet? = nil) {
        let purpose = workbench.purposes.purpose(
            of: exchange.visitor, at: exchange.moment, under: workbench.registry.policy)
        self.init(workbench, exchange, as: Asking(exchange.visitor.actor, for: purpose, on: sheet))
    }

    /// - Parameter asking: Another than the visitor: somebody who comes with a link.
    init(_ workbench: Workbench, _ exchange: Exchange, as asking: Asking) {
        (self.workbench, self.exchange, self.asking) = (workbench, exchange, asking)
        wording = Wording(texts: exchange.texts, book: workbench.registry.book)
    }

    var registry: Registry { workbench.registry }
    var book: Book { registry.book }
    var today: CalendarDate { exchange.moment.day }

    /// Whether the function of the one who asks looks for persons at all.
    var maySearch: Bool {
        registry.policy.reach(of: asking.actor, .search, .victims, for: asking.purpose).showing(.identity).grant != nil
    }

    /// Whether a record that was read is one of those that lists show, too: one opened in an emergency is not.
    func mayKnow(_ view: RecordView) -> Bool { registry.grant(asking, .list, on: view) != nil }

    /// Of whom records speak, for what is kept about them on the shelf.
    func persons(namedBy records: Set<RecordID>) throws(WorkbenchRefusal) -> Set<RecordID> {
        do { return try registry.persons(namedBy: records) } catch {
            throw .shelfUnusable(reason: "the register cannot be read")
        }
    }

    /// Why nothing of a mechanism is for the function of the one who asks.
    func refusal(to action: Action, _ mechanism: Mechanism) -> RegistryRefusal {
        .notForFunction(function: asking.actor.function, action: action, mechanism: mechanism.name)
    }

    /// The mechanism that the address names, where the one who asks lists its records at all.
    ///
    /// - Throws: ``RequestRefusal/notFound``.
    func namedMechanism() throws(RequestRefusal) -> Mechanism {
        let name = exchange.parameter("mechanism")
        guard let mechanism = book.mechanism(name) else { throw .notFound }
        return mechanism
    }

    /// - Throws: ``RegistryRefusal/notFound`` where it is no id: no different from an id of nothing.
    func namedRecord() throws(RegistryRefusal) -> RecordID {
        guard let record = RecordID(exchange.parameter("record")) else { throw .notFound }
        return record
    }

    /// A page in the frame of the house, with the navigation of the one who asks.
    func page(
        _ title: String, _ template: String, _ page: some Sendable, breadcrumb: [WorkbenchFrame.Step] = [],
        marking: Access.Marking? = nil, width: WorkbenchFrame.Width = .wide, status: Int = 200
    ) -> Answer {
        self.page(
            title, main: exchange.pages.templates.render(page, with: "workbench-\(template)"), breadcrumb: breadcrumb,
            marking: marking.map { wording.marking($0) }, width: width, status: status)
    }

    /// The same with the days that belong to its marking.
    func page(
        _ title: String, _ template: String, _ page: some Sendable, breadcrumb: [WorkbenchFrame.Step] = [],
        marking: PrintedMarking, width: WorkbenchFrame.Width = .wide
    ) -> Answer {
        self.page(
            title, main: exchange.pages.templates.render(page, with: "workbench-\(template)"), breadcrumb: breadcrumb,
            marking: wording.marking(marking), width: width, status: 200)
    }

    /// One form in the frame of the house.
    func page(
        _ title: String, _ form: FormPage, breadcrumb: [WorkbenchFrame.Step] = [], status: Int = 200
    ) -> Answer {
        page(
            title, main: exchange.pages.templates.render(FormView(form, token: exchange.formToken), with: "form"),
            breadcrumb: breadcrumb, marking: nil, width: .narrow, status: status)
    }

    private func page(
        _ title: String, main: String, breadcrumb: [WorkbenchFrame.Step], marking: String?,
        width: WorkbenchFrame.Width, status: Int
    ) -> Answer {
        var frame = WorkbenchFrame(
            title: title, main: main, navigation: Navigation(self).items, breadcrumb: breadcrumb,
            marking: marking.map { wording.filled("marking", ["level": $0]) }, width: width)
        frame.purpose = purposeLine
        return exchange.page(frame, status: status)
    }

    var homeStep: WorkbenchFrame.Step { .init(text: wording["home.title"], href: WorkbenchPaths.home) }

    /// The way to a record or a form of a mechanism: past its list, where the one who asks may open that.
    func waySteps(_ mechanism: Mechanism) -> [WorkbenchFrame.Step] {
        let isOpen = registry.visibleMechanisms(asking).contains { $0.name == mechanism.name }
        let list = WorkbenchFrame.Step(text: wording.many(mechanism), href: WorkbenchPaths.list(mechanism.name))
        return isOpen ? [homeStep, list] : [homeStep]
    }
}
