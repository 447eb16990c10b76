import Mechanisms
import Vocabulary

/// Who contributed information when, and who was asked and did not (B44).
extension Registry {
    /// First whoever was asked for contributions and has sent none: by the rounds of questionnaires of the kind
    /// `contributions`, with the day of each; then what was sent, newest first.
    func contributions(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        let houses = try names(of: "organisation", "name", asking)
        let products = try names(of: "evaluation", "title", asking)
        let sent = try readable("intelligence-contribution", asking).filter {
            $0.state != "withdrawn" && $0.day("sent-on") <= day
        }
        let stands = try rounds(asking, ofKind: "contributions").filter { $0.sentOn <= day }
        let deadlines = stands.reduce(into: [:]) { $0[$1.record] = $1.deadline }
        let silent = stands.flatMap { stand in
            stand.lines.filter { line in
                !sent.contains { $0.link("round") == stand.record && $0.link("organisation") == line.respondent }
            }.map { (title: stand.title, line: $0) }
        }.sorted { ($0.line.dueOn, $0.line.name, $0.line.response) < ($1.line.dueOn, $1.line.name, $1.line.response) }
        let missing = silent.map { title, line -> [OverviewCell] in
            let isOver = line.dueOn < day
            return [
                .text(line.name, record: line.response), .text(title), OverviewCell(.period(.day(line.dueOn))),
                isOver ? .flag("not-contributed") : .word("not-due"), .empty, .empty, .empty, .empty, .empty, .empty,
                .empty,
            ]
        }
        let order = sent.sorted { ($1.day("sent-on"), $0.record) < ($0.day("sent-on"), $1.record) }
        let titles = stands.reduce(into: [:]) { $0[$1.record] = $1.title }
        let rows = order.map { entry -> [OverviewCell] in
            let due = entry.link("round").flatMap { deadlines[$0] }
            let timely = due.map { $0 < entry.day("sent-on") ? OverviewCell.flag("late") : .word("in-time") } ?? .empty
            let used = entry.links("used-in").map { products[$0] ?? "" }.filter { !$0.isEmpty }.sorted()
            let head: [OverviewCell] = [
                .text(entry.link("organisation").flatMap { houses[$0] }, record: entry.record),
                .text(entry.link("round").flatMap { titles[$0] }),
                OverviewCell(due.map { .period(.day($0)) } ?? .empty), timely, entry.cell("sent-on"),
            ]
            let told: OverviewCell =
                entry.firstDay("feedback-on") == nil ? .word("no-feedback") : entry.cell("feedback-on")
            return head + [
                entry.cell("channel", list: "intelligence-channels"), entry.cell("kind", list: "contribution-kinds"),
                entry.cell("period"), entry.cell("count"), told, OverviewCell(.empty, notes: used),
            ]
        }
        return OverviewTable(
            [
                "organisation", "round", "due-on", "in-time", "sent-on", "channel", "kind", "period", "count",
                "feedback-on", "used-in",
            ], missing + rows)
    }
}
