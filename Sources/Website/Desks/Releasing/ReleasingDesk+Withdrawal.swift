import HTTPTypes
import Publication
import Registry
import Vocabulary

extension ReleasingDesk {
    /// Why a release is to be withdrawn, and what that does.
    func withdrawalForm(_ visit: Visit, problem: String? = nil) throws -> Answer {
        let release = try namedRelease(visit)
        let texts = visit.wording.texts
        let form = DeskForm(
            to: "\(ReleasingPaths.release(release.number))/withdraw", visit.releasing("withdraw.button"),
            isDangerous: true,
            controls: [
                .init(
                    "reason", visit.wording["step.reason"],
                    .line(type: "text", value: visit.exchange.form["reason"] ?? ""),
                    required: visit.wording["step.required"], hint: visit.releasing("withdraw.hint"), error: problem)
            ])
        let section = DeskSection(
            "form", texts.filled("site.release.title", ["number": texts.digits(release.number)]),
            facts: [
                .init(visit.releasing("columns.date"), texts.day(release.date)),
                .init(visit.releasing("columns.tables"), texts.list(release.tables.map { texts.title(of: $0) })),
            ], forms: [form])
        return page(
            visit.releasing("withdraw.title"),
            DeskPage(lead: visit.releasing("withdraw.lead"), sections: [section], visit.exchange), visit,
            width: .narrow, status: problem == nil ? 200 : 422)
    }

    /// Withdraws; twice is as once.
    func withdraw(_ visit: Visit) throws -> Answer {
        let release = try namedRelease(visit)
        let reason = visit.exchange.form["reason"] ?? ""
        guard reason.contains(where: { !$0.isWhitespace }) else {
            return try withdrawalForm(visit, problem: visit.wording["problem.M111"])
        }
        if try press.history().withdrawn[release.number] == nil {
            try press.withdraw(release.number, because: String(reason.prefix(500)), under: leave(visit))
        }
        return .redirect(to: ReleasingPaths.home)
    }
}
