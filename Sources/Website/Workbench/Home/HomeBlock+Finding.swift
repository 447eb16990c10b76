import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

extension HomeBlock {
    /// What a block is made of.
    struct Found: Sendable {
        let key: String
        let tone: String
        let rows: [RecordView]
        /// Days that a row is shown with, where they are no due dates of the book.
        var days: [RecordID: CalendarDate] = [:]
        /// The query of the whole list, by mechanism.
        let query: @Sendable (Mechanism) -> String
    }

    /// Everything that may wait, the most urgent first.
    static func found(_ agenda: Agenda, _ visit: Visit) throws -> [Found] {
        let due = try agenda.due()
        let ending = try agenda.endingMandates()
        let house = visit.asking.actor.organisation.map(\.description) ?? ""
        let mine: @Sendable (Mechanism) -> String = { $0.knowsPosts ? "whose=own" : "whose=house" }
        return [
            Found(key: "late", tone: "late", rows: due.late) { "due=late&\(mine($0))" },
            Found(key: "soon", tone: "running", rows: due.soon) { "due=soon&\(mine($0))" },
            Found(key: "emergencies", tone: "late", rows: try agenda.emergencies()) { _ in "state=broken" },
            Found(key: "vacant", tone: "late", rows: try agenda.vacantPosts()) { _ in "state=open" },
            Found(
                key: "ending", tone: "running", rows: ending.map(\.view),
                days: Dictionary(ending.map { ($0.view.record, $0.day) }, uniquingKeysWith: { first, _ in first })
            ) { _ in "state=held" },
            Found(
                key: "tasks", tone: "running",
                rows: try agenda.tasks().filter { !due.late.contains($0) && !due.soon.contains($0) }
            ) { _ in "state=open&whose=own" },
            Found(key: "shares", tone: "new", rows: try agenda.sharesToAnswer()) { _ in
                "state=offered&f.receiver=\(house)"
            },
            Found(key: "new", tone: "new", rows: try agenda.new()) { mechanism in
                let first = Set(mechanism.transitions.filter(\.opensRecord).map(\.to)).sorted()
                return (first.map { "state=\($0)" } + ["whose=own"]).joined(separator: "&")
            },
            Found(key: "others", tone: "closed", rows: try agenda.onOthers()) { mechanism in
                mechanism.name == "task" ? "state=open&whose=house" : "state=offered&whose=house"
            },
            Found(key: "releases", tone: "closed", rows: try agenda.releases()) { _ in "" },
        ]
    }

    init(_ found: Found, _ names: Names, _ visit: Visit) {
        let wording = visit.wording
        id = found.key
        title = wording["home.\(found.key)"]
        tone = found.tone
        items = found.rows.prefix(Agenda.mostShown).compactMap {
            Item($0, on: found.days[$0.record], names, visit)
        }
        count = wording.waiting(found.rows.count)
        let kinds = found.rows.map(\.mechanism).reduce(into: [String]()) { kinds, kind in
            if !kinds.contains(kind) { kinds.append(kind) }
        }
        let mechanisms = found.rows.count > Agenda.mostShown ? kinds.compactMap { visit.book.mechanism($0) } : []
        more = mechanisms.map { mechanism in
            ListPage.Link(
                href: "\(WorkbenchPaths.list(mechanism.name))?\(found.query(mechanism))",
                text: wording.filled("named", ["kind": wording["home.more"], "name": wording.many(mechanism)]))
        }
    }
}

extension HomeBlock.Item {
    /// - Parameter day: By which something must be done, where it is no due date of the book.
    init?(_ view: RecordView, on day: CalendarDate?, _ names: Names, _ visit: Visit) {
        guard let mechanism = visit.book.mechanism(view.mechanism) else { return nil }
        let due = day ?? view.due(mechanism, today: visit.today)
        let isLate = due.map { $0 < visit.today } ?? false
        href = WorkbenchPaths.record(view.record)
        let name = names.name(of: view)
        self.name = name
        // A task without the case that it is for says little; whose it is, everybody knows who sees it here.
        let about = ListColumns(mechanism).fields.filter { field in
            field.linkedMechanism.map { !["organisation", "function"].contains($0) } ?? false
        }.flatMap { view.value($0.name)?.linked ?? [] }.compactMap { names[$0] }.filter { !name.contains($0) }
        kind = ([visit.wording.title(mechanism)] + about).joined(separator: " · ")
        self.due = due.map { visit.wording.distance(to: $0, from: visit.today) } ?? ""
        hasDue = due != nil
        tone = isLate ? "late" : "running"
        state = StateBadge(view.state, of: mechanism, isLate: isLate, visit.wording)
    }
}

extension Wording {
    /// How many wait; where a list was read no further, that there are more than one can be sure of.
    fileprivate func waiting(_ count: Int) -> String {
        count < Agenda.mostRead
            ? texts.number(count) : filled("list.over", ["count": texts.number(Agenda.mostRead - 1)])
    }
}
