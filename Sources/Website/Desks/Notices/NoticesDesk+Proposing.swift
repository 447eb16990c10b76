import Access
import HTTPTypes
import Mechanisms
import Publication
import Registry
import Vocabulary

extension NoticesDesk {
    /// - Parameter problem: What was wrong with what was sent.
    func form(_ visit: Visit, problem: (any CodedFailure)? = nil) throws -> Answer {
        try requireLeave(visit)
        guard let record = (visit.exchange.form["about"] ?? visit.exchange.query["about"]).flatMap({ RecordID($0) })
        else { throw RequestRefusal.notFound }
        guard let source = try visit.registry.noticeSources(visit.asking).first(where: { $0.record == record }) else {
            throw NoticeRefusal.notForPublic
        }
        let sent = visit.exchange.form
        var random = SystemRandomNumberGenerator()
        let key = sent["key"] ?? RecordID(at: visit.exchange.moment, using: &random).description
        let house = visit.asking.actor.organisation.flatMap { visit.registry.directory.organisations[$0]?.name }
        var controls = [
            DeskForm.Control(
                "publisher", visit.notices("publisher"), .line(type: "text", value: sent["publisher"] ?? house ?? ""),
                required: visit.wording["step.required"], hint: visit.notices("publisher-hint"))
        ]
        if source.kind == "plan" {
            controls.append(
                .init(
                    "as-of", visit.notices("columns.as-of"),
                    .line(type: "date", value: sent["as-of"] ?? visit.today.description),
                    required: visit.wording["step.required"], hint: visit.notices("as-of-hint")))
        }
        let section = DeskSection(
            "new", source.title, note: visit.notices("new-lead"),
            forms: [
                DeskForm(
                    to: NoticesPaths.new, visit.notices("propose"),
                    hidden: [.init(name: "about", value: record.description), .init(name: "key", value: key)],
                    controls: controls)
            ])
        let problems = problem.map {
            DeskPage.Notice(
                visit.exchange.pages.words(for: $0, status: 422, in: visit.exchange.language).detail, .wrong)
        }
        return visit.page(
            visit.notices("new"), "desk",
            DeskPage(notices: problems.map { [$0] } ?? [], sections: [section], visit.exchange),
            breadcrumb: [visit.homeStep, visit.noticesStep], width: .narrow, status: problem == nil ? 200 : 422)
    }

    func propose(_ visit: Visit) throws -> Answer {
        try requireLeave(visit)
        let sent = visit.exchange.form
        guard let record = sent["about"].flatMap({ RecordID($0) }), let key = sent["key"].flatMap({ RecordID($0) })
        else { throw RequestRefusal.notFound }
        do {
            let content = try NoticeMaker(visit.registry, visit.asking).content(
                of: record, on: sent["as-of"].flatMap { CalendarDate($0) }, publisher: sent["publisher"] ?? "")
            let notice = try press.propose(NoticeProposal(content, about: record), visit.asking, key: key)
            return .redirect(to: NoticesPaths.notice(notice))
        } catch let refusal as NoticeRefusal { return try form(visit, problem: refusal) }
    }

    /// Authorities open records about plans, and no notices: told before they fill in a form.
    private func requireLeave(_ visit: Visit) throws(RegistryRefusal) {
        guard visit.mayPublishNotices else {
            throw .notForFunction(
                function: visit.asking.actor.function, action: .open, mechanism: "public-notice")
        }
    }
}
