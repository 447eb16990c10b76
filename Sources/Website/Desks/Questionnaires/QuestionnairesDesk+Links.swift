import Access
import Accounts
import HTTPTypes
import Mechanisms
import Publication
import Registry
import Vocabulary

extension QuestionnairesDesk {
    /// The form of a response for whoever has its link and no account.
    ///
    /// The link says who comes; what they may do, the policy decides as for everybody. The secret stands in the address:
    /// the route's pattern is all that a log has of it, and no page sends it on as a referrer.
    func linkRoutes(in workbench: Workbench) -> [Route] {
        let path = QuestionnairePaths.anyLink
        return [
            Route(.get, path, rule: .arriving) { exchange in
                try await Waiting.run { try linked(exchange, workbench) { try showLinked($0) } }
            },
            Route(.post, path, rule: .arriving, body: AnsweringFiles.body) { exchange in
                // Nothing of somebody whose link is not good is looked into.
                _ = try await Waiting.run { try linked(exchange, workbench) { $0.record } }
                let files = try await AnsweringFiles(exchange, workbench.intake)
                return try await Waiting.run {
                    try linked(exchange, workbench, isCounted: false) { try takeLinked($0, files) }
                }
            },
        ]
    }

    /// - Throws: ``RegistryRefusal/linkNotGood``, ``RequestRefusal/tooManyRequests(seconds:)`` for an address from which
    ///   too many links are tried.
    private func linked<Result>(
        _ exchange: Exchange, _ workbench: Workbench, isCounted: Bool = true, _ body: (AnsweringWork) throws -> Result
    ) throws -> Result {
        if isCounted, let seconds = uses.wait(for: exchange.address, at: exchange.moment) {
            throw RequestRefusal.tooManyRequests(seconds: seconds)
        }
        guard let link = RecordID(exchange.parameter("link")), let secret = Secret(exchange.parameter("secret")) else {
            throw RegistryRefusal.linkNotGood
        }
        let registry = workbench.registry
        let (asking, response) = try registry.bearer(of: link, hash: QuestionnairesDesk.text(secret.hash))
        let visit = Visit(workbench, exchange, as: asking)
        do {
            return try body(
                AnsweringWork(response, at: QuestionnairePaths.link(link, secret.text), visit))
        } catch RegistryRefusal.notFound {
            // What it led to is out of its reach now: no different from a link that is over.
            throw RegistryRefusal.linkNotGood
        }
    }

    private func showLinked(_ work: AnsweringWork) throws -> Answer { page(work, work.input) }

    private func takeLinked(_ work: AnsweringWork, _ files: AnsweringFiles) throws -> Answer {
        guard work.sheet.mayAnswer else { return page(work, work.input) }
        switch try work.take(work.visit.exchange.form, files) {
        case .kept(let done): return .redirect(to: "\(work.path)?done=\(done)\(work.languagePart)")
        case .again(let input, let outcome, let status):
            return page(try AnsweringWork(work.record, at: work.path, work.visit), input, outcome, status: status)
        }
    }

    private func page(
        _ work: AnsweringWork, _ input: AnsweringInput, _ outcome: AnsweringPage.Outcome = .init(), status: Int = 200
    ) -> Answer {
        let visit = work.visit
        let templates = visit.exchange.pages.templates
        let main =
            if work.sheet.mayAnswer {
                templates.render(
                    AnsweringPage(work.sheet, input, at: work.path, outcome, visit), with: "workbench-answering")
            } else {
                templates.render(SentPage(work.sheet, visit).page, with: "workbench-desk")
            }
        let frame = WorkbenchFrame(title: work.sheet.round.title, main: main, width: .narrow)
        return visit.exchange.page(frame, status: status)
    }
}
