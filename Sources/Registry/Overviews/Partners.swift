import Mechanisms
import Vocabulary

/// What there is with other countries (B84, B107).
extension Registry {
    /// Agreements signed by the day, by partner and year: how many say what of trafficking. Where nobody looked, nothing is
    /// said.
    func clauses(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        struct Place: Hashable, Comparable {
            let country: String
            let year: Int

            static func < (left: Place, right: Place) -> Bool {
                (left.country, right.year) < (right.country, left.year)
            }
        }
        let levels = (book.codeLists["clause-levels"]?.codes ?? []).map(\.id)
        var signed: [Place: [RecordState]] = [:]
        for agreement in try readable("agreement", asking) {
            guard let on = agreement.firstDay("signed-on"), on <= day else { continue }
            for country in agreement.codes("countries") {
                signed[Place(country: country, year: on.year), default: []].append(agreement)
            }
        }
        let rows = signed.sorted { $0.key < $1.key }.map { place, agreements -> [OverviewCell] in
            let head: [OverviewCell] = [
                OverviewCell(.code(place.country, of: "countries")), .text("\(place.year)"), .number(agreements.count),
            ]
            let said = levels.map { level in
                OverviewCell.number(agreements.count { $0.code("trafficking-clause") == level })
            }
            return head + said + [.number(agreements.count { $0.code("trafficking-clause") == nil })]
        }
        return OverviewTable(
            columns: ["country", "year", "agreements-signed"].map { .named($0) }
                + levels.map { .code($0, of: "clause-levels") } + [.named("not-looked")], rows)
    }

    /// A row for each country that an agreement in force, a priority, a meeting or an organisation of the network names.
    func partners(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        var agreements: [String: [String]] = [:]
        var programmes: [String: Set<RecordID>] = [:]
        for agreement in try readable("agreement", asking) where agreement.holds(on: day) {
            for country in agreement.codes("countries") {
                agreements[country, default: []].append(agreement.text("title") ?? "")
                programmes[country, default: []].formUnion(agreement.links("programme"))
            }
        }
        let plans = try names(of: "plan", "title", asking)
        let actions = Dictionary(
            grouping: try readable("plan-action", asking).filter { !["abandoned", "superseded"].contains($0.state) }
        ) { $0.link("plan") }
        var priorities: [String: Int] = [:]
        for line in PriorityRoutes(try readable("route-priority", asking), on: day).lines {
            let key = line.key
            for country in Set([key.from, key.to] + key.via) where !country.isEmpty {
                priorities[country, default: 0] += 1
            }
        }
        var meetings: [String: [String]] = [:]
        for meeting in try readable("meeting", asking) where meeting.state == "held" {
            guard let country = meeting.code("host-country"), meeting.day("held-on") <= day else { continue }
            meetings[country, default: []].append(meeting.text("title") ?? "")
        }
        let houses = Dictionary(
            grouping: try readable("organisation", asking).filter { $0.state == "active" }
        ) { $0.code("country") ?? "" }
        let posts = Dictionary(grouping: try readable("function", asking).filter { $0.state == "open" }) {
            $0.link("organisation")
        }
        let countries = Set(agreements.keys).union(priorities.keys).union(meetings.keys).union(houses.keys)
        let rows: [[OverviewCell]] = countries.filter { !$0.isEmpty && $0 != book.country }.sorted().map { country in
            // One plan may be the programme of several agreements: its actions are counted once.
            let programme = (programmes[country] ?? []).filter { plans[$0] != nil }
            let work = programme.flatMap { actions[$0] ?? [] }
            return [
                OverviewCell(.code(country, of: "countries")),
                OverviewCell(.empty, notes: (agreements[country] ?? []).sorted()),
                OverviewCell(.empty, notes: programme.compactMap { plans[$0] }.sorted()),
                .number(programme.isEmpty ? nil : work.count),
                .number(programme.isEmpty ? nil : work.count { $0.state == "done" }), .number(priorities[country]),
                OverviewCell(.empty, notes: (meetings[country] ?? []).sorted()),
                OverviewCell(.empty, notes: (houses[country] ?? []).compactMap { $0.text("name") }.sorted()),
                .number((houses[country] ?? []).reduce(0) { $0 + (posts[$1.record]?.count ?? 0) }),
            ]
        }
        return OverviewTable(
            [
                "country", "agreements-in-force", "programmes", "actions", "done", "priority-lines", "meetings-hosted",
                "organisations", "posts",
            ], rows)
    }
}

extension RecordState {
    /// Of an agreement: whether it is in force on the day.
    func holds(on day: CalendarDate) -> Bool {
        state == "in-force" && firstDay("in-force-from").map { $0 <= day } ?? true
            && lastDay("expires-on").map { $0 >= day } ?? true
    }
}
