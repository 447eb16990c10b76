import Access
import Mechanisms
import Publication
import Registry

/// A step of a record in words: a link where it may be taken, else every reason why it may not.
struct OfferLine: Sendable {
    let text: String
    let href: String
    let isOpen: Bool
    let reasons: [String]

    init(_ offer: Offer, on view: RecordView, of mechanism: Mechanism, _ wording: Wording) {
        text = wording.step(mechanism, offer.transition)
        href = OfferLine.href(offer.transition, view, mechanism)
        isOpen = offer.isOpen
        reasons = offer.obstacles.map { obstacle in
            switch obstacle {
            case .policy: wording["offer.policy"]
            case .function:
                wording.filled(
                    "offer.function",
                    [
                        "functions": offer.transition.by.map { wording.function($0.rawValue) }.sorted()
                            .joined(separator: wording.texts["site.format.separator"])
                    ])
            case .state(let states):
                wording.filled(
                    "offer.state",
                    [
                        "states": states.map { wording.state(mechanism, $0) }
                            .joined(separator: wording.texts["site.format.separator"])
                    ])
            }
        }
    }

    private static func href(_ step: Transition, _ view: RecordView, _ mechanism: Mechanism) -> String {
        // Handing over is more than one step: what belongs to the record goes along.
        if step.name == HandOver.transition { return WorkbenchPaths.handOver(view.record) }
        // Answers are written beside the questions, by whoever may see them.
        if let answers = step.needs.lazy.compactMap({ $0 as? AnswersFit }).first,
            mechanism.field(answers.answers).map({ $0.sensitivity <= view.ceiling }) ?? false
        {
            return QuestionnairePaths.answering(view.record)
        }
        return WorkbenchPaths.step(view.record, step.name)
    }

    /// Steps in the order of the book. A correction that is for another state is none to speak of: there is one for this.
    static func lines(
        _ offers: [Offer], on view: RecordView, of mechanism: Mechanism, _ wording: Wording
    ) -> [OfferLine] {
        offers.filter { offer in
            !offer.transition.isByRegister
                && !(offer.transition.isCorrection && !offer.transition.from.contains(view.state))
        }.map { OfferLine($0, on: view, of: mechanism, wording) }
    }
}
