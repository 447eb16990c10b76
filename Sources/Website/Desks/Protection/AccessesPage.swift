import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// Who read or changed a person's record, for `workbench-protection-accesses.mustache`: the latest first.
struct AccessesPage: Sendable {
    struct Row: Sendable {
        let moment: String
        let machineMoment: String
        let what: String
        let who: String
        let account: String
        let why: String
        let rule: String
        let record: String
        let details: [String]
    }

    let title: String
    let level: Access.Marking
    let styleHref: String
    let lead: String
    let made: String
    let links: [ListPage.Link]
    let caption: String
    let whenTitle: String
    let whatTitle: String
    let whoTitle: String
    let whyTitle: String
    let recordTitle: String
    let rows: [Row]
    let hasMore: Bool
    let more: String

    /// Lines on the page; the file has all of them.
    static let mostShown = 500

    init(of person: RecordID, _ visit: Visit) throws {
        let words = ProtectionWords(visit)
        let lines = try visit.registry.accessTrail(of: person, visit.asking)
        let names = try Names(of: Set(lines.map(\.record)), visit)
        title = words.filled("accesses.title", ["name": names[person] ?? Names.short(person)])
        level = names.marking ?? .restricted
        styleHref = WorkbenchPaths.paperStyle(level.rawValue, visit.wording.texts.language)
        lead = words["accesses.lead"]
        made = words.made(visit)
        links = AccessesPage.links(person, visit, words)
        caption = words.counted("accesses.count", lines.count)
        (whenTitle, whatTitle) = (words["accesses.when"], words["accesses.what"])
        (whoTitle, whyTitle, recordTitle) = (words["accesses.who"], words["accesses.why"], words["accesses.record"])
        rows = lines.reversed().prefix(AccessesPage.mostShown).map { line in
            Row(
                moment: visit.wording.moment(line.recordedAt), machineMoment: line.recordedAt.description,
                what: words.what(line), who: words.post(line.function, line.organisation), account: line.account,
                why: words.purpose(line.purpose), rule: line.rule,
                record: names[line.record] ?? Names.short(line.record), details: words.details(line))
        }
        hasMore = lines.count > AccessesPage.mostShown
        more = words.filled(
            "accesses.more", ["count": visit.wording.texts.number(AccessesPage.mostShown)])
    }

    private static func links(_ person: RecordID, _ visit: Visit, _ words: ProtectionWords) -> [ListPage.Link] {
        [
            .init(href: ProtectionPaths.accessesFile(person), text: words["accesses.file"]),
            .init(href: ProtectionPaths.file(person), text: words["file.open"]),
            .init(href: ProtectionPaths.erase(person), text: words["erase.open"]),
            .init(href: WorkbenchPaths.record(person), text: words["record"]),
        ]
    }
}

extension ProtectionWords {
    /// When and by whom a paper of the desk was made.
    func made(_ visit: Visit) -> String {
        wording.filled(
            "paper.made",
            [
                "moment": wording.moment(visit.exchange.moment),
                "function": wording.function(visit.asking.actor.function.rawValue),
            ])
    }

    /// Relation, fields and reason of a line, as far as it has them.
    func details(_ line: AccessLine) -> [String] {
        var details: [String] = []
        if let reason = line.reason { details.append(wording.filled("timeline.reason", ["reason": reason])) }
        if let relation = line.relation.flatMap({ Relation(rawValue: $0) }) {
            details.append(filled("through", ["relation": wording["relation.\(relation.rawValue)"]]))
        }
        let mechanism = wording.book.mechanism(line.mechanism)
        let fields = line.fields.compactMap { name in
            mechanism.flatMap { $0.field(name) == nil ? nil : wording.field($0, name) }
        }
        if !fields.isEmpty { details.append(filled("fields", ["fields": fields.joined(separator: ", ")])) }
        return details
    }
}
