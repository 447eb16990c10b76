import Access
import HTTPTypes
import Ledger
import Mechanisms
import Publication
import Registry
import Vocabulary

extension QuestionnairesDesk {
    /// A respondent's form, as whoever may write the response has it before them.
    func answers(_ visit: Visit) throws -> Answer {
        let work = try AnsweringWork(visit.namedRecord(), visit)
        return try page(work, work.input, visit)
    }

    /// Its form is read with its files, which are looked into before anything waits for the ledger.
    func answerRoute(in workbench: Workbench) -> Route {
        Route(
            .post, "\(QuestionnairePaths.anyResponse)/answers", rule: workbench.rule(.write, [.questionnaires]),
            body: AnsweringFiles.body
        ) { exchange in
            let files = try await AnsweringFiles(exchange, workbench.intake)
            return try await Waiting.run {
                try workbench.registry.writingDownTogether { try answer(Visit(workbench, exchange, on: $0), files) }
            }
        }
    }

    private func answer(_ visit: Visit, _ files: AnsweringFiles) throws -> Answer {
        let work = try AnsweringWork(visit.namedRecord(), visit)
        switch try work.take(visit.exchange.form, files) {
        case .kept(let done): return .redirect(to: "\(work.path)?done=\(done)\(work.languagePart)")
        case .again(let input, let outcome, let status):
            return try page(AnsweringWork(work.record, visit), input, visit, outcome, status: status)
        }
    }

    /// The file of an answer: to keep, and never to be shown in a page. One that no scanner could look into when it came is
    /// looked into now.
    func fileRoute(in workbench: Workbench) -> Route {
        Route(
            .get, QuestionnairePaths.anyFile, rule: workbench.rule(.read, [.questionnaires]), giving: .document
        ) { exchange in
            let visit = Visit(workbench, exchange)
            let (record, key) = (try visit.namedRecord(), exchange.parameter("question"))
            let waiting = try await Waiting.run {
                try visit.registry.waitingAnswerFile(of: record, at: key, visit.asking)
            }
            var isClean: Bool?
            if let waiting {
                let verdict = await workbench.intake.verdict(on: waiting)
                isClean = verdict == .waiting ? nil : verdict == .clean
            }
            return try await Waiting.run { [isClean] in
                do {
                    let file = try visit.registry.answerFile(of: record, at: key, foundClean: isClean, visit.asking)
                    return .document(file, marked: .named)
                } catch LedgerFailure.notClean { throw exchange.problem(.notClean) }
            }
        }
    }

    private func page(
        _ work: AnsweringWork, _ input: AnsweringInput, _ visit: Visit, _ outcome: AnsweringPage.Outcome = .init(),
        status: Int = 200
    ) throws -> Answer {
        guard work.sheet.mayAnswer else {
            // Sent, accepted, or of a round that is closed: there is nothing to write any more.
            return .redirect(to: QuestionnairePaths.response(work.record))
        }
        let page = AnsweringPage(work.sheet, input, at: work.path, outcome, visit)
        return visit.page(
            work.sheet.round.title, "answering", page, breadcrumb: [visit.homeStep, visit.questionnairesStep],
            marking: work.sheet.response.marking, width: .narrow, status: status)
    }
}
