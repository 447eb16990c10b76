import Access
import HTTPTypes
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

    func answer(_ visit: Visit) throws -> Answer {
        let work = try AnsweringWork(visit.namedRecord(), visit)
        switch try work.take(visit.exchange.form) {
        case .kept(let done): return .redirect(to: "\(work.path)?done=\(done)\(work.languagePart)")
        case .again(let input, let outcome, let status):
            return try page(AnsweringWork(work.record, visit), input, visit, outcome, status: status)
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
