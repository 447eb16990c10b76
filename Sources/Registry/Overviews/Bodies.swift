import Mechanisms
import Vocabulary

/// Bodies of coordination, their tasks, and the offices of coordinators and rapporteurs (B57, B59, B61).
extension Registry {
    func bodies(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        let houses = try readable("organisation", asking).reduce(into: [RecordID: RecordState]()) { $0[$1.record] = $1 }
        let meetings = try readable("meeting", asking).reduce(into: [RecordID: RecordState]()) { $0[$1.record] = $1 }
        let plans = try names(of: "plan", "title", asking)
        let bodies = try readable("coordination-body", asking).filter { $0.state == "active" }
        let rows: [[OverviewCell]] = inOrder(bodies, by: "kind", "name").map { body in
            let lead = body.link("lead").flatMap { houses[$0] }
            let members = body.links("members").compactMap { houses[$0] }
            return [
                .text(body.text("name"), record: body.record), body.cell("kind", list: "body-kinds"),
                body.cell("country", list: "countries"), .text(lead?.text("name")),
                LeadStanding(of: lead, body)?.cell ?? .empty, .number(members.count),
                .number(members.count { $0.code("kind") == "ngo" }), body.cell("mandate"), body.cell("legal-act"),
                body.cell("budget"), .text(body.link("own-plan").flatMap { plans[$0] }), body.cell("terms-adopted-on"),
                body.link("first-meeting").flatMap { meetings[$0] }?.cell("held-on") ?? .empty,
            ]
        }
        return OverviewTable(
            [
                "body", "kind", "country", "lead", "leadership", "members", "civil-society", "mandate", "legal-act",
                "budget", "plan", "terms-adopted-on", "first-meeting",
            ], rows)
    }

    /// Meetings held by the day, the newest first, with organisations present, civil society among them, and conclusions.
    func meetings(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        let kinds = try readable("organisation", asking).reduce(into: [RecordID: String]()) {
            $0[$1.record] = $1.code("kind") ?? ""
        }
        let conclusions = Dictionary(
            grouping: try readable("meeting-conclusion", asking).filter { $0.state != "withdrawn" }
        ) { $0.link("meeting") }
        let held = try readable("meeting", asking).filter { meeting in
            meeting.state == "held" && meeting.firstDay("held-on").map { $0 <= day } ?? false
        }
        let newestFirst = held.sorted { ($1.day("held-on"), $1.record) < ($0.day("held-on"), $0.record) }
        let rows: [[OverviewCell]] = newestFirst.map { meeting in
            let present = meeting.links("organisations")
            let adopted = conclusions[meeting.record] ?? []
            return [
                .text(meeting.text("title"), record: meeting.record), meeting.cell("body"), meeting.cell("held-on"),
                meeting.cell("host-country", list: "countries"), .number(present.isEmpty ? nil : present.count),
                .number(present.isEmpty ? nil : present.count { kinds[$0] == "ngo" }), .number(adopted.count),
                .number(adopted.count { $0.state == "followed-up" }),
            ]
        }
        return OverviewTable(
            [
                "meeting", "body", "held-on", "country", "organisations-present", "civil-society", "conclusions",
                "followed-up",
            ], rows)
    }

    /// Those without anybody responsible first.
    func coordinationTasks(_ asking: Asking) throws -> OverviewTable {
        let bodies = try names(of: "coordination-body", "name", asking)
        let names = try names(of: "organisation", "name", asking)
        func named(_ records: [RecordID]) -> OverviewCell {
            OverviewCell(.empty, notes: records.compactMap { names[$0] })
        }
        let tasks = try readable("coordination-task", asking).filter { $0.state == "open" }
        let sorted =
            tasks.filter { $0.link("responsible") == nil } + tasks.filter { $0.link("responsible") != nil }
        let rows: [[OverviewCell]] = sorted.map { task in
            [
                .text(task.link("body").flatMap { bodies[$0] }), .text(task.text("title"), record: task.record),
                task.link("responsible") == nil ? .flag("nobody") : named(task.links("responsible")),
                named(task.links("accountable")), named(task.links("consulted")), named(task.links("informed")),
            ]
        }
        return OverviewTable(["body", "task", "responsible", "accountable", "consulted", "informed"], rows)
    }

    func offices(_ asking: Asking) throws -> OverviewTable {
        let houses = try readable("organisation", asking).reduce(into: [RecordID: RecordState]()) { $0[$1.record] = $1 }
        let offices = try readable("office", asking).filter { $0.state == "established" }
        let rows: [[OverviewCell]] = inOrder(offices, by: "kind", "mandate-act").map { office in
            let house = office.link("organisation").flatMap { houses[$0] }
            return [
                OverviewCell(.code(office.code("kind") ?? "", of: "office-kinds"), record: office.record),
                .text(house?.text("name")), house?.cell("country", list: "countries") ?? .empty,
                office.cell("mandate-act"),
                office.text("independence").map { .text($0) } ?? .flag("not-said"), office.cell("staff"),
                office.cell("budget"),
            ]
        }
        return OverviewTable(
            ["office", "organisation", "country", "mandate-act", "independence", "staff", "budget"], rows)
    }

    private func inOrder(_ records: [RecordState], by code: String, _ text: String) -> [RecordState] {
        records.sorted {
            ($0.code(code) ?? "", $0.text(text) ?? "", $0.record) < (
                $1.code(code) ?? "", $1.text(text) ?? "", $1.record
            )
        }
    }
}

/// Whether a national body is led from within the state.
enum LeadStanding {
    case within, outside, notKnown

    /// Nil for bodies of which nobody asks it.
    init?(of lead: RecordState?, _ body: RecordState) {
        guard body.code("kind") == "national-coordination" else { return nil }
        let country = lead?.code("country")
        if lead?.code("kind") == "international-organisation" || country.map({ $0 != body.code("country") }) ?? false {
            self = .outside
        } else {
            self = country == nil ? .notKnown : .within
        }
    }

    var cell: OverviewCell {
        switch self {
        case .within: .word("led-from-within")
        case .outside: .flag("led-from-outside")
        case .notKnown: .flag("lead-not-known")
        }
    }
}
