import Access
import HTTPTypes
import Mechanisms
import Publication
import Registry
import Vocabulary

extension NoticesDesk {
    /// What the public would see or sees, and what may be done with it.
    ///
    /// - Parameter problems: What was wrong with what was sent.
    func sheet(_ visit: Visit, problems: [String] = []) throws -> Answer {
        let notice = try visit.registry.notice(visit.namedRecord(), visit.asking)
        let content = try press.content(of: notice.record, visit.asking)
        let desk = DeskPage(
            lead: visit.notices("sheet-\(notice.state)"), notices: problems.map { .init($0, .wrong) },
            sections: [facts(of: notice, visit)], visit.exchange)
        // Below what it is about: whoever lets it out has come past all of it.
        let decision =
            notice.state == "proposed" ? [DeskPage(sections: [try decision(on: notice, visit)], visit.exchange)] : []
        return visit.page(
            notice.title, "notice",
            NoticeSheet(
                desk: desk, heading: visit.notices("content"), content: NoticeView(content, visit.wording.texts),
                decision: decision),
            breadcrumb: [visit.homeStep, visit.noticesStep], marking: .professionals,
            status: problems.isEmpty ? 200 : 422)
    }

    private func facts(of notice: NoticeHead, _ visit: Visit) -> DeskSection {
        let texts = visit.wording.texts
        var facts: [DeskSection.Fact] = [
            .init(visit.notices("columns.kind"), visit.wording.code("notice-kinds", notice.kind)),
            .init(
                visit.notices("columns.state"), visit.remarks(on: notice).joined(separator: " "),
                state: visit.badge(of: notice)),
        ]
        if let day = notice.asOf { facts.append(.init(visit.notices("columns.as-of"), texts.day(day))) }
        var links = [DeskPage.Link(text: visit.notices("record"), href: WorkbenchPaths.record(notice.record))]
        if let number = notice.number {
            links.append(
                .init(text: visit.notices("see-public"), href: "/\(visit.exchange.language)/notices/\(number)"))
        }
        if notice.state == "published", visit.mayPublishNotices {
            links.append(
                .init(text: visit.notices("withdraw.short"), href: "\(NoticesPaths.notice(notice.record))/withdraw"))
        }
        return DeskSection("facts", visit.notices("facts"), facts: facts, links: links)
    }

    /// For another person than the one who proposed it; whoever did may take it back.
    private func decision(on notice: NoticeHead, _ visit: Visit) throws -> DeskSection {
        let refusing = DeskPage.Link(
            text: visit.notices("refuse"), href: WorkbenchPaths.step(notice.record, "refuse"))
        guard visit.mayPublishNotices else {
            return DeskSection("decision", visit.notices("decision"), note: visit.notices("decision-others"))
        }
        if try visit.registry.hasProposed(notice.record, visit.asking) {
            return DeskSection(
                "decision", visit.notices("decision"), note: visit.notices("decision-own"), links: [refusing])
        }
        let path = NoticesPaths.notice(notice.record)
        return DeskSection(
            "decision", visit.notices("decision"), note: visit.notices("decision-lead"),
            forms: notice.stands
                ? [
                    DeskForm(
                        to: "\(path)/publish", visit.notices("publish"),
                        controls: [
                            .init(
                                "check", visit.notices("check"), .area(value: visit.exchange.form["check"] ?? ""),
                                required: visit.wording["step.required"], hint: visit.notices("check-hint"))
                        ])
                ] : [], links: [refusing])
    }

    func publish(_ visit: Visit) throws -> Answer {
        let record = try visit.namedRecord()
        let check = visit.exchange.form["check"] ?? ""
        guard check.contains(where: { !$0.isWhitespace }) else {
            return try sheet(visit, problems: [visit.notices("check-missing")])
        }
        do { _ = try press.publish(record, check: check, visit.asking) } catch let refusal as Mechanisms.Refusal {
            let mechanism = try visit.registry.mechanism("public-notice")
            return try sheet(visit, problems: visit.wording.problems(refusal, mechanism).map(\.text))
        } catch let refusal as NoticeRefusal {
            return try sheet(
                visit,
                problems: [
                    visit.exchange.pages.words(for: refusal, status: 422, in: visit.exchange.language).detail
                ])
        }
        return .redirect(to: NoticesPaths.notice(record))
    }
}

/// What was proposed, as the public would see it, below what may be done with it; for `workbench-notice.mustache`.
struct NoticeSheet: Sendable {
    let desk: DeskPage
    let heading: String
    let content: NoticeView
    /// What may be done with it; none where it was decided.
    let decision: [DeskPage]
}
