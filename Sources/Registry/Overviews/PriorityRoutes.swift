import Mechanisms
import Vocabulary

/// Lists of priority countries and routes of many organisations, put together (B54).
struct PriorityRoutes {
    /// What a line is about, whoever names it.
    struct Key: Hashable, Comparable {
        let kind: String
        let from: String
        let via: [String]
        let to: String

        init(_ state: RecordState) {
            kind = state.code("kind") ?? ""
            from = state.code("from") ?? ""
            // A way through A and B is the way through B and A: lists do not say an order.
            via = state.codes("via").sorted()
            to = state.code("to") ?? ""
        }

        static func < (left: Key, right: Key) -> Bool {
            (left.kind, left.from, left.to, left.via.joined(separator: " "))
                < (right.kind, right.from, right.to, right.via.joined(separator: " "))
        }
    }

    struct Line {
        let key: Key
        /// Best rank first; those without rank last.
        let entries: [RecordState]

        /// How many name it.
        var organisations: Int { Set(entries.map { $0.link("organisation") }).count }

        /// The mean of the ranks that were given; no rank is worse than any.
        var meanRank: Double {
            let ranks = entries.compactMap { $0.given("rank") }
            return ranks.isEmpty ? .infinity : Double(ranks.reduce(0, +)) / Double(ranks.count)
        }
    }

    /// Everything that was sent by the day and not withdrawn.
    let sent: [RecordState]
    /// By organisation: the day of its newest list.
    private let newest: [RecordID: CalendarDate]

    init(_ entries: [RecordState], on day: CalendarDate) {
        sent = entries.filter { $0.state == "named" && ($0.lastDay("sent-on").map { $0 <= day } ?? false) }
        newest = sent.reduce(into: [:]) { newest, entry in
            guard let organisation = entry.link("organisation") else { return }
            newest[organisation] = max(newest[organisation] ?? entry.day("sent-on"), entry.day("sent-on"))
        }
    }

    /// Whether it stands in the newest list of its organisation.
    func counts(_ entry: RecordState) -> Bool {
        entry.link("organisation").flatMap { newest[$0] } == entry.day("sent-on")
    }

    /// Named by most organisations first, then by the mean of their ranks.
    var lines: [Line] {
        Dictionary(grouping: sent.filter(counts), by: Key.init).map { key, entries in
            Line(
                key: key,
                entries: entries.sorted {
                    ($0.given("rank") ?? .max, $0.record) < ($1.given("rank") ?? .max, $1.record)
                })
        }.sorted { left, right in
            if left.organisations != right.organisations { return left.organisations > right.organisations }
            if left.meanRank != right.meanRank { return left.meanRank < right.meanRank }
            return left.key < right.key
        }
    }
}

extension Registry {
    func priorityRoutes(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        let names = try names(of: "organisation", "name", asking)
        let rows: [[OverviewCell]] = PriorityRoutes(try readable("route-priority", asking), on: day).lines.map { line in
            let first = line.entries[0]
            let ranks = line.entries.compactMap { $0.given("rank") }
            let senders = line.entries.map { entry in
                let name = entry.link("organisation").flatMap { names[$0] } ?? ""
                return "\(name), \(entry.day("sent-on"))\(entry.given("rank").map { " (\($0))" } ?? "")"
            }
            let named: [OverviewCell] = [
                .number(line.organisations), .number(ranks.min()), .number(ranks.max()),
                OverviewCell(.empty, notes: senders),
            ]
            return PriorityRoutes.cells(first) + named
        }
        return OverviewTable(PriorityRoutes.columns + ["named-by", "best-rank", "last-rank", "sent-by"], rows)
    }

    func priorityLists(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        let names = try names(of: "organisation", "name", asking)
        let deadlines = try readable("questionnaire-round", asking).reduce(into: [RecordID: CalendarDate]()) {
            $0[$1.record] = $1.lastDay("deadline")
        }
        let priorities = PriorityRoutes(try readable("route-priority", asking), on: day)
        let sorted = priorities.sent.sorted {
            ($1.day("sent-on"), $0.given("rank") ?? .max, $0.record)
                < ($0.day("sent-on"), $1.given("rank") ?? .max, $1.record)
        }
        let rows: [[OverviewCell]] = sorted.map { entry in
            let due = entry.link("round").flatMap { deadlines[$0] }
            let sender = entry.link("organisation").flatMap { names[$0] }
            let timely = due.map { $0 < entry.day("sent-on") ? OverviewCell.flag("late") : .word("in-time") } ?? .empty
            let head: [OverviewCell] = [
                .text(sender, record: entry.record), entry.cell("sent-on"),
                OverviewCell(due.map { OverviewCell.Value.period(.day($0)) } ?? .empty), timely, entry.cell("rank"),
            ]
            let list: OverviewCell = .word(priorities.counts(entry) ? "newest-list" : "replaced-list")
            return head + PriorityRoutes.cells(entry) + [list, entry.cell("remark")]
        }
        return OverviewTable(
            ["organisation", "sent-on", "due-on", "in-time", "rank"] + PriorityRoutes.columns + ["list", "remark"], rows
        )
    }
}

extension PriorityRoutes {
    fileprivate static let columns = ["kind", "from", "via", "to"]

    fileprivate static func cells(_ entry: RecordState) -> [OverviewCell] {
        [
            entry.cell("kind", list: "priority-kinds"), entry.cell("from", list: "countries"),
            entry.cell("via", list: "countries"), entry.cell("to", list: "countries"),
        ]
    }
}
