import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// What has been kept as long as its clock says, for `workbench-protection-retention.mustache`.
struct RetentionListPage: Sendable {
    struct Choice: Sendable {
        let href: String
        let text: String
        let isCurrent: Bool
    }

    struct Row: Sendable {
        let href: String
        let name: String
        let from: String
        let due: String
        let distance: String
        let notes: [String]
        let state: StateBadge
        let acts: [ListPage.Link]
    }

    let title: String
    let level: Access.Marking?
    let lead: String
    let choicesLabel: String
    let choices: [Choice]
    let rule: String
    let prolongedHref: String
    let prolonged: String
    let action: String
    let clock: String
    let throughLabel: String
    let through: String
    let throughGo: String
    let caption: String
    let nameTitle: String
    let fromTitle: String
    let dueTitle: String
    let stateTitle: String
    let actsTitle: String
    let rows: [Row]
    let hasRows: Bool
    let none: String
    let hasNext: Bool
    let nextHref: String
    let next: String

    init(_ visit: Visit) throws {
        let (words, wording, query) = (ProtectionWords(visit), visit.wording, visit.exchange.query)
        let day = query["through"].flatMap { CalendarDate($0) } ?? visit.today
        let isProlongedToo = query["prolonged"] == "1"
        let counts = try visit.registry.retentionCounts(through: day, visit.asking)
        let wanted = query["clock"]
        let chosen = counts.first { $0.clause.clock == wanted } ?? counts.first { $0.total != .exactly(0) }
        guard let chosen = chosen ?? counts.first else { throw RequestRefusal.notFound }
        if let wanted, chosen.clause.clock != wanted { throw RequestRefusal.notFound }
        let cursor = try RetentionListPage.cursor(query)
        let page = try visit.registry.retentionDue(
            by: chosen.clause.clock, through: day, isProlongedToo: isProlongedToo, cursor: cursor, visit.asking)
        let names = try Names(in: page.rows.map(\.view), visit)
        (title, lead, level) = (words["retention.title"], words["retention.lead"], names.marking)
        choicesLabel = words["retention.choices"]
        func address(_ clock: String, prolonged: Bool, cursor: Int64? = nil) -> String {
            var fields = [Fields.Field(name: "clock", value: clock)]
            if query["through"] != nil { fields.append(.init(name: "through", value: day.description)) }
            if prolonged { fields.append(.init(name: "prolonged", value: "1")) }
            if let cursor { fields.append(.init(name: "cursor", value: String(cursor))) }
            return "\(ProtectionPaths.retention)?\(Fields(fields).encoded)"
        }
        choices = counts.map { count in
            Choice(
                href: address(count.clause.clock, prolonged: isProlongedToo),
                text: words.filled(
                    "retention.choice",
                    [
                        "kind": wording.title(count.mechanism), "ending": words.ending(count.clause.ending),
                        "count": words.total(count.total),
                    ]), isCurrent: count.clause.clock == chosen.clause.clock)
        }
        clock = chosen.clause.clock
        rule = words.filled(
            "retention.rule-long",
            [
                "length": words.length(chosen.days), "start": words.start(chosen.clause, chosen.mechanism),
                "ending": words.ending(chosen.clause.ending),
            ])
        prolongedHref = address(clock, prolonged: !isProlongedToo)
        prolonged = words[isProlongedToo ? "retention.without-prolonged" : "retention.with-prolonged"]
        (action, throughLabel) = (ProtectionPaths.retention, words["retention.through"])
        (through, throughGo) = (day.description, wording["list.show"])
        caption = words.filled(
            "retention.caption", ["kind": wording.title(chosen.mechanism), "day": wording.texts.day(day)])
        (nameTitle, fromTitle, dueTitle) = (wording["list.name"], words["retention.from"], words["retention.due"])
        (stateTitle, actsTitle) = (wording["list.state"], words["retention.acts"])
        rows = page.rows.map { Row($0, chosen.mechanism, names, words, visit) }
        (hasRows, none) = (!rows.isEmpty, words["retention.nothing"])
        (hasNext, next) = (page.next != nil, wording["list.next"])
        nextHref = page.next.map { address(chosen.clause.clock, prolonged: isProlongedToo, cursor: $0) } ?? ""
    }

    private static func cursor(_ query: Fields) throws(RegistryRefusal) -> Int64? {
        guard let text = query["cursor"] else { return nil }
        guard let number = Int64(text), number > 0 else { throw .unknownCursor }
        return number
    }
}

extension RetentionListPage.Row {
    init(_ due: RetentionDue, _ mechanism: Mechanism, _ names: Names, _ words: ProtectionWords, _ visit: Visit) {
        let (view, texts) = (due.view, visit.wording.texts)
        (href, name) = (WorkbenchPaths.record(view.record), names.name(of: view))
        (from, self.due) = (texts.day(due.from), texts.day(due.due))
        distance = visit.wording.distance(to: due.due, from: visit.today)
        state = StateBadge(view.state, of: mechanism, visit.wording)
        var notes = due.prolongedUntil.map { [words.filled("retention.prolonged", ["day": texts.day($0)])] } ?? []
        if due.holds > 0 { notes.append(words.counted("retention.held", due.holds)) }
        self.notes = notes
        let about = Fields([.init(name: StepInput.name(of: "about"), value: view.record.description)]).encoded
        var acts = [
            ListPage.Link(
                href: "\(WorkbenchPaths.new("prolongation", "prolong"))?\(about)", text: words["retention.prolong"])
        ]
        if due.clause.ending == .eraseIdentity, due.holds == 0 {
            acts.insert(.init(href: ProtectionPaths.erase(view.record), text: words["erase.open"]), at: 0)
        }
        self.acts = acts
    }
}
