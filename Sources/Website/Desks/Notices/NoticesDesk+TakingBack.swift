import Access
import HTTPTypes
import Mechanisms
import Publication
import Registry
import Vocabulary

extension NoticesDesk {
    func withdrawal(_ visit: Visit, problem: String? = nil) throws -> Answer {
        let notice = try visit.registry.notice(visit.namedRecord(), visit.asking)
        guard notice.state == "published" else { throw NoticeRefusal.nothingToWithdraw }
        let form = DeskForm(
            to: "\(NoticesPaths.notice(notice.record))/withdraw", visit.notices("withdraw.button"), isDangerous: true,
            controls: [
                .init(
                    "reason", visit.wording["step.reason"],
                    .line(type: "text", value: visit.exchange.form["reason"] ?? ""),
                    required: visit.wording["step.required"], hint: visit.notices("withdraw.hint"), error: problem)
            ])
        let section = DeskSection("form", notice.title, note: visit.notices("withdraw.lead"), forms: [form])
        return visit.page(
            visit.notices("withdraw.title"), "desk", DeskPage(sections: [section], visit.exchange),
            breadcrumb: [visit.homeStep, visit.noticesStep], width: .narrow, status: problem == nil ? 200 : 422)
    }

    /// Takes back; twice is as once.
    func withdraw(_ visit: Visit) throws -> Answer {
        let record = try visit.namedRecord()
        let reason = visit.exchange.form["reason"] ?? ""
        guard reason.contains(where: { !$0.isWhitespace }) else {
            return try withdrawal(visit, problem: visit.wording["problem.M111"])
        }
        if try visit.registry.notice(record, visit.asking).state != "withdrawn" {
            try press.withdraw(record, because: String(reason.prefix(500)), visit.asking)
        }
        return .redirect(to: NoticesPaths.notice(record))
    }
}
