import Access
import Mechanisms
import Registry
import Vocabulary

/// What waits for a post, found list by list under the policy.
struct Agenda: Sendable {
    /// A day within which what is due is shown: two weeks.
    static let daysAhead = 14
    static let mostShown = 5
    /// Days before the end of a mandate from which it is shown.
    static let mandateDays = 30
    /// Rows that are read of a list; where there are as many, there may be more.
    static let mostRead = 50

    private let visit: Visit
    private let visible: [Mechanism]

    init(_ visit: Visit) {
        self.visit = visit
        visible = visit.registry.visibleMechanisms(visit.asking)
    }

    /// What is overdue and what is due soon: of one's own post where a mechanism knows posts, else of the organisation.
    func due() throws -> (late: [RecordView], soon: [RecordView]) {
        var rows: [(RecordView, CalendarDate)] = []
        let last = visit.today.adding(days: Agenda.daysAhead)
        for mechanism in visible where !mechanism.dueFields.isEmpty && mechanism.name != "share" {
            let page = try visit.registry.list(
                ListRequest(
                    mechanism.name, through: mechanism.knowsPosts ? [.own] : nil, dueBy: last, limit: Agenda.mostRead),
                visit.asking)
            rows += page.rows.filter { $0.isMine }.compactMap { row in
                row.due(mechanism, today: visit.today).map { (row, $0) }
            }
        }
        rows.sort { ($0.1, $0.0.record) < ($1.1, $1.0.record) }
        return (rows.filter { $0.1 < visit.today }.map(\.0), rows.filter { $0.1 >= visit.today }.map(\.0))
    }

    /// Records that one's own post answers for and that nobody has begun to work on.
    func new() throws -> [RecordView] {
        try visible.filter { $0.knowsPosts && $0.name != "task" && $0.states.count > 1 }.flatMap { mechanism in
            let first = Set(mechanism.transitions.filter(\.opensRecord).map(\.to))
            return try list(mechanism.name, states: first, own: true)
        }
    }

    /// Tasks of one's own post, those that are due first before the others.
    func tasks() throws -> [RecordView] {
        guard let task = visible.first(where: { $0.name == "task" }) else { return [] }
        return try list("task", states: ["open"], own: true).sorted { left, right in
            let last = CalendarDate(daysSinceEpoch: .max)
            return (left.due(task, today: visit.today) ?? last, left.record) < (
                right.due(task, today: visit.today) ?? last, right.record
            )
        }
    }

    /// Shares offered to one's organisation that nobody has answered.
    func sharesToAnswer() throws -> [RecordView] {
        guard let house = visit.asking.actor.organisation else { return [] }
        return try list("share", states: ["offered"], filters: ["receiver": [house.description]])
    }

    /// Shares that one's organisation offered, and what one set others to do.
    func onOthers() throws -> [RecordView] {
        let shares = try list("share", states: ["offered"]).filter { $0.relations.contains(.ownOrganisation) }
        let tasks = try list("task", states: ["open"]).filter {
            $0.relations.contains(.ownOrganisation) && !$0.relations.contains(.own)
        }
        return shares.filter { share in
            share.value("receiver") != visit.asking.actor.organisation.map { .link($0) }
        } + tasks
    }

    /// Emergency accesses that wait for their review; for those who review.
    func emergencies() throws -> [RecordView] {
        visit.asking.actor.function == .dataProtectionOfficer ? try list("break-glass", states: ["broken"]) : []
    }

    /// Posts that nobody holds today, for those who keep the network.
    func vacantPosts() throws -> [RecordView] {
        guard keepsNetwork else { return [] }
        let posts = visit.registry.directory.vacantPosts(on: visit.today).prefix(Agenda.mostRead).map(\.id)
        return try visit.registry.listed(posts, visit.asking).values.sorted { $0.record < $1.record }
    }

    /// Mandates whose last day is near, for those who keep the network, with that day.
    func endingMandates() throws -> [(view: RecordView, day: CalendarDate)] {
        guard keepsNetwork else { return [] }
        let last = visit.today.adding(days: Agenda.mandateDays)
        let ending = visit.registry.directory.mandates.values.filter { mandate in
            mandate.isHeld && mandate.until.map { $0 >= visit.today && $0 <= last } ?? false
        }
        let views = try visit.registry.listed(ending.map(\.id).sorted().prefix(Agenda.mostRead), visit.asking)
        return ending.compactMap { mandate in
            views[mandate.id].flatMap { view in mandate.until.map { (view, $0) } }
        }.sorted { ($0.day, $0.view.record) < ($1.day, $1.view.record) }
    }

    /// What was released last, for those who make figures.
    func releases() throws -> [RecordView] {
        visit.asking.actor.function == .rapporteur ? Array(try list("release", states: []).prefix(5)) : []
    }

    private var keepsNetwork: Bool {
        guard let function = visible.first(where: { $0.name == "function" }) else { return false }
        return visit.registry.policy.reach(of: visit.asking.actor, .write, function, for: visit.asking.purpose).grant
            != nil
    }

    private func list(
        _ mechanism: String, states: Set<String>, filters: [String: [String]] = [:], own: Bool = false
    ) throws -> [RecordView] {
        guard visible.contains(where: { $0.name == mechanism }) else { return [] }
        var request = ListRequest(
            mechanism, filters: filters, states: states, through: own ? [.own] : nil, limit: Agenda.mostRead)
        request.countsUpTo = 0
        return try visit.registry.list(request, visit.asking).rows
    }
}

extension RecordView {
    /// Whether one's own post or organisation must see to it.
    var isMine: Bool { relations.contains(.own) || relations.contains(.ownOrganisation) || relations.isEmpty }
}
