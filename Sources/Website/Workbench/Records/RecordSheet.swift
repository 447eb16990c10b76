import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// One record with every string ready, for `workbench-record.mustache`.
struct RecordSheet: Sendable {
    struct Section: Sendable {
        let id: String
        let title: String
        let lines: [RecordPageLine]
    }

    struct Beside: Sendable {
        let title: String
        let rows: [BesideRow]
    }

    struct BesideRow: Sendable {
        let href: String
        let name: String
        let facts: String
        let state: StateBadge
    }

    let state: StateBadge
    let since: String
    let aboutTitle: String
    let facts: [RecordPageLine]
    let due: [DueLine]
    let hasDue: Bool
    let dueTitle: String
    let sections: [Section]
    let stepsTitle: String
    let open: [OfferLine]
    let hasOpen: Bool
    let nothingOpen: String
    let closedTitle: String
    let closed: [OfferLine]
    let hasClosed: Bool
    let besideTitle: String
    let beside: [Beside]
    let besideNone: String
    let hasBeside: Bool
    let documents: DocumentSection
    let addTitle: String
    let add: [ListPage.Link]
    let hasAdd: Bool
    let timelineTitle: String
    let timelineLead: String
    let timeline: [TimelineGroup]
    let links: [ListPage.Link]

    struct DueLine: Sendable {
        let label: String
        let day: String
        let distance: String
        let tone: String
    }

    init(
        _ view: RecordView, of mechanism: Mechanism, beside neighbours: [Neighbour], timeline entries: [TimelineEntry],
        offers: [Offer], _ names: Names, _ visit: Visit
    ) {
        let wording = visit.wording
        let earliest = view.due(mechanism, today: visit.today)
        state = StateBadge(view.state, of: mechanism, isLate: earliest.map { $0 < visit.today } ?? false, wording)
        since = wording.filled("record.since", ["period": wording.texts.period(view.effective)])
        aboutTitle = wording["record.about"]
        facts = RecordSheet.facts(view, names, visit)
        due = RecordSheet.due(view, mechanism, visit)
        (hasDue, dueTitle) = (!due.isEmpty, wording["record.due"])
        sections = FieldSection.allCases.compactMap { section in
            let lines = view.fields.filter { field in
                mechanism.field(field.name).map { FieldSection($0) == section } ?? false
            }.map { RecordPageLine.line($0, mechanism, names, wording) }
            return lines.isEmpty
                ? nil
                : Section(id: section.rawValue, title: wording["section.\(section.rawValue)"], lines: lines)
        }
        let offered = OfferLine.lines(offers, on: view, of: mechanism, wording)
        open = offered.filter(\.isOpen)
        closed = offered.filter { !$0.isOpen }
        (hasOpen, hasClosed) = (!open.isEmpty, !closed.isEmpty)
        (stepsTitle, closedTitle) = (wording["record.steps"], wording["record.steps-closed"])
        nothingOpen = wording["record.steps-none"]
        (besideTitle, besideNone) = (wording["record.beside"], wording["record.beside-none"])
        documents = DocumentSection(of: view, beside: neighbours, names, visit)
        beside = RecordSheet.beside(neighbours.filter { !DocumentSection.isFile($0) }, names, visit)
        hasBeside = !beside.isEmpty
        addTitle = wording["record.add"]
        add = RecordSheet.add(to: view, visit)
        hasAdd = !add.isEmpty
        timelineTitle = wording["timeline.title"]
        let readings = entries.count { if case .accessed = $0.what { true } else { false } }
        timelineLead =
            readings < TimelineGroup.mostReadings
            ? wording["timeline.lead"]
            : wording.filled("timeline.lead-newest", ["count": wording.texts.number(readings)])
        timeline = TimelineGroup.groups(
            entries.reversed().map { TimelineLine($0, of: mechanism, names, wording) }, wording)
        links = RecordSheet.links(view, mechanism, visit)
    }

    private static func facts(_ view: RecordView, _ names: Names, _ visit: Visit) -> [RecordPageLine] {
        let wording = visit.wording
        func line(_ key: String, _ text: String) -> RecordPageLine {
            RecordPageLine(label: wording[key], value: ShownValue(.shown(.text(text)), of: nil, names, wording))
        }
        // Whose it is, is no secret to whoever sees it, even where their purpose shows them no list of organisations.
        let house = view.owner.flatMap { visit.registry.directory.organisations[$0]?.name }
        let owner: RecordView.Content =
            switch (view.owner, house) {
            case (nil, _): .absent
            case (let id?, let name?) where names[id] == nil: .shown(.text(name))
            case (let id?, _): .shown(.link(id))
            }
        return [
            RecordPageLine(label: wording["record.owner"], value: ShownValue(owner, of: nil, names, wording)),
            line(
                "record.relation",
                wording.relation(view.relations).isEmpty
                    ? wording["relation.none"] : wording.relation(view.relations)),
            line("record.id", view.record.description),
        ]
    }

    private static func due(_ view: RecordView, _ mechanism: Mechanism, _ visit: Visit) -> [DueLine] {
        view.dues(mechanism, today: visit.today).map { name, day in
            DueLine(
                label: visit.wording.field(mechanism, name), day: visit.wording.texts.day(day),
                distance: visit.wording.distance(to: day, from: visit.today),
                tone: day < visit.today ? "late" : "running")
        }
    }

    private static func beside(_ neighbours: [Neighbour], _ names: Names, _ visit: Visit) -> [Beside] {
        let incoming = neighbours.filter { !$0.isFromHere }
        var titles: [String] = []
        for neighbour in incoming where !titles.contains(neighbour.view.mechanism) {
            titles.append(neighbour.view.mechanism)
        }
        return titles.compactMap { name in
            guard let mechanism = visit.book.mechanism(name) else { return nil }
            let rows = incoming.filter { $0.view.mechanism == name }.map { neighbour -> BesideRow in
                let values = zip(
                    ListColumns(mechanism).fields,
                    ListColumns(mechanism).values(of: neighbour.view, names, visit.wording))
                let facts = values.filter { $0.name != neighbour.field && !$1.isNote }.map(\.1.text)
                return BesideRow(
                    href: WorkbenchPaths.record(neighbour.view.record), name: names.name(of: neighbour.view),
                    facts: ([visit.wording.field(mechanism, neighbour.field)] + facts).joined(separator: " · "),
                    state: StateBadge(neighbour.view.state, of: mechanism, visit.wording))
            }
            return Beside(title: visit.wording.many(mechanism), rows: rows)
        }
    }

    /// What may be opened beside this record, with the link to it filled in.
    private static func add(to view: RecordView, _ visit: Visit) -> [ListPage.Link] {
        if view.isClosed { return [] }
        return visit.book.mechanisms.flatMap { mechanism -> [ListPage.Link] in
            let field = mechanism.fields.first {
                $0.linkedMechanism == view.mechanism && $0.name != mechanism.owner
                    || $0.linkedMechanism == Field.anyMechanism
            }
            // An emergency access is for records that one does not see.
            guard let field, mechanism.openingAction != .breakGlass,
                ["organisation", "function"].allSatisfy({ $0 != view.mechanism })
            else { return [] }
            return visit.openings(of: mechanism).map { opening in
                let query = Fields([.init(name: StepInput.name(of: field.name), value: view.record.description)])
                return ListPage.Link(
                    href: "\(WorkbenchPaths.new(mechanism.name, opening.name))?\(query.encoded)",
                    text: visit.wording.adding(mechanism, opening))
            }
        }
    }

    private static func links(_ view: RecordView, _ mechanism: Mechanism, _ visit: Visit) -> [ListPage.Link] {
        var links: [ListPage.Link] = []
        if visit.registry.mayExport(view, visit.asking) {
            links.append(.init(href: WorkbenchPaths.print(view.record), text: visit.wording["paper.title"]))
        }
        if mechanism.subject == .itself, !view.isClosed, visit.mayAskWhoIsKnown,
            visit.registry.grant(visit.asking, .search, on: view) != nil
        {
            links.append(.init(href: WorkbenchPaths.known(view.record), text: visit.known("others")))
        }
        if mechanism.subject == .itself, visit.workbench.desks.contains(where: { $0 is ProtectionDesk }),
            visit.mayOverRegister(.review)
        {
            links.append(
                .init(href: ProtectionPaths.accesses(view.record), text: ProtectionWords(visit)["accesses.open"]))
        }
        return links
    }
}

extension Wording {
    /// `in 5 days`, `today`, `3 days ago`.
    func distance(to day: CalendarDate, from today: CalendarDate) -> String {
        let days = Int(day.daysSinceEpoch - today.daysSinceEpoch)
        if days == 0 { return self["due.today"] }
        return counted(days > 0 ? "due.in" : "due.ago", abs(days))
    }
}
