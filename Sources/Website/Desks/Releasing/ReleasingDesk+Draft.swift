import Disclosure
import HTTPTypes
import Publication
import Registry
import Vocabulary

extension ReleasingDesk {
    /// How far a draft is; once it is ready, what the gate did to it, and what to do now.
    func draftPage(_ visit: Visit, problem: String? = nil) throws -> Answer {
        let job = try named(visit)
        var sections: [DeskSection]
        var notices: [DeskPage.Notice] = []
        switch job.state {
        case .waiting, .running: sections = [progress(of: job, visit)]
        case .ready(let draft), .publishing(let draft):
            sections = DraftSheet(draft, job, visit).sections
            if case .ready = job.state { sections += [decision(on: job, problem, visit)] }
        case .failed(let failure):
            let words = visit.exchange.pages.words(for: failure, status: 422, in: visit.exchange.language)
            notices = [.init("\(failure.code) \(words.detail)", .wrong)]
            sections = []
        case .published(let number):
            notices = [.init(visit.releasing("done", ["number": visit.wording.texts.digits(number)]), .good)]
            sections = [
                DeskSection(
                    "public", visit.releasing("published"),
                    links: [
                        .init(
                            text: visit.releasing("see-public"),
                            href: "/\(visit.exchange.language)/releases/\(number)")
                    ])
            ]
        case .refused(let reason):
            notices = [.init(visit.releasing("refused-because", ["reason": reason]), .careful)]
            sections = []
        case .interrupted:
            let again = DeskForm(to: "\(ReleasingPaths.draft(job.id))/again", visit.releasing("interrupted.button"))
            sections = [
                DeskSection(
                    "interrupted", visit.releasing("interrupted.title"), note: interruption(of: job, visit),
                    forms: [again])
            ]
        }
        return page(
            title(of: job, visit),
            DeskPage(lead: scope(of: job.plan, visit), notices: notices, sections: sections, visit.exchange), visit,
            status: problem == nil ? 200 : 422)
    }

    private func progress(of job: ReleaseJobs.Job, _ visit: Visit) -> DeskSection {
        let texts = visit.wording.texts
        let stage: String =
            switch job.state {
            case .running(.folding(let done, let all)):
                visit.releasing("stage.folding", ["done": texts.number(done), "all": texts.number(all)])
            case .running(.counting(let done, let all)):
                visit.releasing("stage.counting", ["done": texts.number(done), "all": texts.number(all)])
            case .running(.protecting(let tables, let cells)):
                visit.releasing("stage.protecting", ["tables": texts.number(tables), "cells": texts.number(cells)])
            default: visit.releasing("stage.waiting")
            }
        return DeskSection(
            "progress", visit.releasing("progress"), note: job.isStopping ? visit.releasing("stopping") : "",
            facts: [.init(visit.releasing("columns.state"), stage)],
            forms: job.isStopping
                ? []
                : [DeskForm(to: "\(ReleasingPaths.draft(job.id))/stop", visit.releasing("stop"), isDangerous: true)],
            links: [.init(text: visit.releasing("look-again"), href: ReleasingPaths.draft(job.id))])
    }

    private func decision(on job: ReleaseJobs.Job, _ problem: String?, _ visit: Visit) -> DeskSection {
        let path = ReleasingPaths.draft(job.id)
        return DeskSection(
            "decision", visit.releasing("decision.title"), note: visit.releasing("decision.lead"),
            forms: [
                DeskForm(
                    to: "\(path)/refuse", visit.releasing("decision.refuse"), isDangerous: true,
                    controls: [
                        .init(
                            "reason", visit.wording["step.reason"],
                            .line(type: "text", value: visit.exchange.form["reason"] ?? ""),
                            required: visit.wording["step.required"], error: problem)
                    ])
            ], links: [.init(text: visit.releasing("decision.second-look"), href: "\(path)/publish")])
    }

    private func interruption(of job: ReleaseJobs.Job, _ visit: Visit) -> String {
        guard let position = job.position else { return visit.releasing("interrupted.before") }
        return visit.releasing("interrupted.after", ["position": visit.wording.texts.number(Int(position))])
    }

    /// Begins an interrupted draft again; one that is not interrupted stays as it is.
    func makeAgain(_ visit: Visit) throws -> Answer {
        let job = try named(visit)
        jobs.resume(job.id, under: try leave(visit), at: press)
        return .redirect(to: ReleasingPaths.draft(job.id))
    }

    func stop(_ visit: Visit) throws -> Answer {
        let job = try named(visit)
        jobs.stop(job.id)
        return .redirect(to: ReleasingPaths.draft(job.id))
    }

    func refuse(_ visit: Visit) throws -> Answer {
        let job = try named(visit)
        let reason = visit.exchange.form["reason"] ?? ""
        guard reason.contains(where: { !$0.isWhitespace }) else {
            return try draftPage(visit, problem: visit.wording["problem.M111"])
        }
        jobs.refuse(job.id, because: String(reason.prefix(500)))
        return .redirect(to: ReleasingPaths.draft(job.id))
    }

    /// What cannot be undone, once more in words, before the button that does it.
    func secondLook(_ visit: Visit, problem: String? = nil) throws -> Answer {
        let job = try named(visit)
        guard case .ready(let draft) = job.state else { return .redirect(to: ReleasingPaths.draft(job.id)) }
        let sheet = DraftSheet(draft, job, visit)
        let form = DeskForm(
            to: "\(ReleasingPaths.draft(job.id))/publish", visit.releasing("second.button"),
            controls: [
                .init(
                    "seen", visit.releasing("second.seen"), .checks([.init("1", visit.releasing("second.yes"))]),
                    required: visit.wording["step.required"], error: problem)
            ])
        return page(
            visit.releasing("second.title"),
            DeskPage(
                lead: visit.releasing("second.lead"),
                sections: [
                    sheet.audit, sheet.moves,
                    DeskSection("publish", visit.releasing("second.button"), forms: [form]),
                ], visit.exchange), below: [step(to: job, visit)], visit, status: problem == nil ? 200 : 422)
    }

    /// Publishes. Sent twice, or by two at once, one release comes of it.
    func publish(_ visit: Visit) throws -> Answer {
        let job = try named(visit)
        guard visit.exchange.form["seen"] == "1" else {
            return try secondLook(visit, problem: visit.releasing("second.not-seen"))
        }
        do { _ = try jobs.publish(job.id, under: leave(visit), at: press) } catch is ReleasingRefusal {}
        return .redirect(to: ReleasingPaths.draft(job.id))
    }
}
