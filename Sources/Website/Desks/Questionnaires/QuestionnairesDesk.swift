import Access
import Foundation
import HTTPTypes
import Mechanisms
import Publication
import Registry
import Vocabulary

// Goals, in order: (1) who has not answered is seen at a glance, and nobody is counted as having answered who has not;
// (2) nothing that a respondent wrote is lost; (3) a link without an account reaches one response, by the same policy as
// everything else.

/// Where questionnaires are translated, sent, chased, extended, accepted and put together, and where they are answered.
package struct QuestionnairesDesk: Desk {
    /// How often links are used from one address.
    let uses = RateLimit(.init(atOnce: 40, perSecond: 0.5))
    /// What the house is called from outside; nil where it was not told.
    let ownAddress: String?

    package init(ownAddress: String? = nil) { self.ownAddress = ownAddress }

    /// What the secretariat does is for whoever may let respondents in; what each step may do is decided again behind it.
    package func routes(in workbench: Workbench) -> [Route] {
        let asked: Set<Matter> = [.questionnaires]
        let long = BodyRule.form(limit: SealedShelf.mostBytes)
        let (form, round, response) = (
            QuestionnairePaths.anyForm, QuestionnairePaths.anyRound, QuestionnairePaths.anyResponse
        )
        return [
            workbench.route(.get, QuestionnairePaths.home, to: .read, on: asked, home),
            workbench.route(.get, form, to: .read, on: asked) { try questionnaire($0) },
            workbench.route(.post, "\(form)/send", to: .share, on: asked, body: long, send),
            workbench.route(.post, "\(form)/next", to: .share, on: asked, body: .form(), next),
            workbench.route(.get, "\(form)/languages", to: .share, on: asked, chooseLanguage),
            workbench.route(.get, "\(form)/languages/{language}", to: .share, on: asked) { try translation($0) },
            workbench.route(.post, "\(form)/languages/{language}", to: .share, on: asked, body: long, translate),
            workbench.route(.get, round, to: .read, on: asked) { try self.round($0) },
            workbench.route(.post, "\(round)/extend", to: .share, on: asked, body: .form(), extend),
            workbench.route(.post, "\(round)/ask", to: .share, on: asked, body: .form(), ask),
            workbench.route(.post, "\(round)/{step}", to: .share, on: asked, body: .form(), stepRound),
            workbench.route(.get, "\(round)/annex", to: .export, on: asked, annex),
            workbench.route(
                .get, "\(round)/annex.csv", to: .export, on: asked, giving: .consolidationAsCSV, annexFile),
            workbench.route(.get, response, to: .read, on: asked) { try self.response($0) },
            workbench.route(.post, "\(response)/step/{decision}", to: .share, on: asked, body: .form(), decide),
            workbench.route(.get, "\(response)/answers", to: .write, on: asked) { try answers($0) },
            answerRoute(in: workbench), fileRoute(in: workbench),
            workbench.route(.post, "\(response)/link", to: .share, on: asked, body: .form(), makeLink),
            workbench.route(.post, "\(response)/link/take-back", to: .share, on: asked, body: .form(), takeLinkBack),
        ] + linkRoutes(in: workbench)
    }

    package func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem? {
        let visit = Visit(workbench, exchange)
        return visit.navigation(visit.asked("title"), QuestionnairePaths.home, toRead: .questionnaires)
    }

    private func home(_ visit: Visit) throws -> Answer {
        let page = try QuestionnairesHome(visit).page
        return visit.page(visit.asked("title"), "desk", page, breadcrumb: [visit.homeStep])
    }
}

extension Visit {
    /// A text of the desk: `questionnaires.title` for `title`.
    func asked(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        exchange.texts.filled("questionnaires.\(key)", values)
    }

    /// Whether the one who asks keeps questionnaires: sends them, lets respondents in, and sees what they answer.
    var keepsQuestionnaires: Bool {
        registry.policy.reach(of: asking.actor, .share, .questionnaires, for: asking.purpose).grant != nil
    }

    var questionnairesStep: WorkbenchFrame.Step { .init(text: asked("title"), href: QuestionnairePaths.home) }

    /// A new id, for records and for forms that are sent once.
    func newID() -> RecordID {
        var random = SystemRandomNumberGenerator()
        return RecordID(at: exchange.moment, using: &random)
    }

    /// The key of a form that was sent: the same form twice is one.
    var formKey: String? { exchange.form["key"].flatMap { RecordID($0) }?.description }

    var keyField: Fields.Field { .init(name: "key", value: newID().description) }

    /// What a submission was refused for, in words; nil where it was carried out.
    func problems(_ outcome: SubmissionOutcome) -> [String]? {
        switch outcome {
        case .written: nil
        case .conflict: [asked("stale")]
        case .refused(let refusal):
            refusal.telling.reduce(into: []) { lines, problem in
                let text =
                    wording.texts.text("workbench.problem.\(problem.code)")
                    ?? wording.filled("problem.other", ["code": problem.code])
                if !lines.contains(text) { lines.append(text) }
            }
        }
    }

    /// A language by its name in the language of the page.
    func language(_ code: String) -> String { wording.code("languages", code) }

    /// The tag of a language in pages: two letters where there are.
    static func tag(of code: String) -> String { Locale.LanguageCode(code).identifier(.alpha2) ?? code }

    /// The language of the page, as questionnaires name it.
    var pageLanguage: String { Locale.LanguageCode(exchange.language).identifier(.alpha3) ?? exchange.language }
}

extension Mechanisms.Refusal {
    /// Without what follows from another problem: what was to rest on a refused record finds none.
    fileprivate var telling: [Problem] {
        let first = problems.filter { ![.brokenLink, .notAlike].contains($0.kind) }
        return first.isEmpty ? problems : first
    }
}
