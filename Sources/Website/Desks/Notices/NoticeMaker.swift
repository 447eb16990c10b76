import Intake
import Mechanisms
package import Publication
package import Registry
package import Vocabulary

/// Makes of a record what the public will read: the fields that stand here by name, and no other.
package struct NoticeMaker {
    private let registry: Registry
    private let asking: Asking

    package init(_ registry: Registry, _ asking: Asking) { (self.registry, self.asking) = (registry, asking) }

    /// - Parameters:
    ///   - record: A plan, a published practice, a judgement made known to the public, or an issued press release.
    ///   - day: Of a plan, the day whose state is shown; today where none is given.
    ///   - publisher: The body in whose name it goes out.
    /// - Throws: ``NoticeRefusal``; ``Registry/RegistryRefusal`` for what the asker may not read.
    package func content(of record: RecordID, on day: CalendarDate?, publisher: String) throws -> NoticeContent {
        let publisher = publisher.trimmedBlanks
        guard !publisher.isEmpty else { throw NoticeRefusal.publisherMissing }
        let view = try registry.read(record, asking)
        guard try registry.mayStandInNotice(record, as: view.mechanism),
            let kind = NoticeContent.Kind(rawValue: view.mechanism)
        else { throw NoticeRefusal.notForPublic }
        if kind == .plan { return try plan(view, on: day ?? registry.today, publisher) }
        return NoticeContent(
            kind, title: title(of: view), publisher: publisher,
            facts: NoticeMaker.fields(of: kind).compactMap { name, label in
                view.value(name).flatMap { fact(label ?? name, $0, view, name) }
            })
    }

    /// Fields that are for the public, with the name under which they stand there.
    private static func fields(of kind: NoticeContent.Kind) -> [(field: String, label: String?)] {
        switch kind {
        case .goodPractice:
            [
                ("country", nil), ("problem", nil), ("what", nil), ("evidence", nil), ("shown-by", nil), ("cost", nil),
                ("transferability", nil), ("pillars", nil),
            ]
        case .complianceRecord:
            [
                ("country", nil), ("standard", nil), ("period", nil), ("verdict", nil), ("evidence", "shown-by"),
                ("reply", nil), ("reply-by", nil), ("published-on", nil),
            ]
        case .pressRelease: [("issued-on", nil), ("text", nil)]
        case .plan: [("reference", nil), ("adopted-on", nil)]
        case .estimate: []
        }
    }

    private func plan(_ view: RecordView, on day: CalendarDate, _ publisher: String) throws -> NoticeContent {
        guard day <= registry.today else { throw NoticeRefusal.dayToCome(day) }
        guard let stand = try registry.planStand(of: view.record, asking, on: day) else {
            throw NoticeRefusal.notInForce(day)
        }
        let facts = NoticeMaker.fields(of: .plan).compactMap { name, _ in
            view.value(name).flatMap { fact(name, $0, view, name) }
        }
        let standings = PlanStand.Standing.allCases.map { standing in
            NoticeContent.Fact("standing-\(standing.rawValue)", .number(stand.count(standing)))
        }
        return NoticeContent(
            .plan, title: stand.title, publisher: publisher, asOf: day.description, facts: facts + standings,
            chapters: stand.chapters.map(NoticeMaker.chapter))
    }

    private static func chapter(_ chapter: PlanStand.Chapter) -> NoticeContent.Chapter {
        NoticeContent.Chapter(
            title: "\(chapter.number). \(chapter.title)",
            rows: chapter.objectives.flatMap { objective in
                objective.lines.enumerated().map { place, line in
                    let action = line.action
                    return [
                        place == 0 ? cell(objective.label, objective.text) : [], cell(action.label, action.text),
                        cell("", action.timetable), cell("", action.responsible), cell("", action.assessment),
                        cell("", action.stateOfPlay),
                    ]
                }
            })
    }

    private static func cell(_ label: String, _ text: MarkedText) -> [NoticeContent.Chapter.Piece] {
        (label.isEmpty ? [] : [.init("\(label) ")])
            + text.pieces.filter { !$0.text.isEmpty }.map { .init($0.text, isInserted: $0.isInserted) }
    }

    private func title(of view: RecordView) -> String {
        if case .text(let title)? = view.value("title") { return title }
        if case .text(let standard)? = view.value("standard") { return standard }
        return ""
    }

    private func fact(
        _ label: String, _ value: FieldValue, _ view: RecordView, _ field: String
    ) -> NoticeContent.Fact? {
        let list = registry.book.mechanism(view.mechanism)?.field(field)?.codeList ?? ""
        switch value {
        case .text(let words): return words.trimmedBlanks.isEmpty ? nil : .init(label, .words(words))
        case .code(let code): return .init(label, .code(list: list, code: code))
        case .codes(let codes): return codes.isEmpty ? nil : .init(label, .codes(list: list, codes: codes))
        case .period(let time): return .init(label, .time(time.description))
        case .integer(let number): return .init(label, .number(number))
        default: return nil
        }
    }
}
