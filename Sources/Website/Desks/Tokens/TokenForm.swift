import Access
import Foundation
import Mechanisms
import Registry
import Vocabulary

/// What a person wants of a new token, as they sent it, and the form that asks for it.
struct TokenForm {
    private let visit: Visit
    private let problem: String?

    /// What a program may be let do; the others are done to the register as a whole, by people.
    static let actions: [Action] = [
        .list, .read, .search, .open, .write, .share, .export, .importRecords, .count, .readRelease,
    ]

    init(_ visit: Visit, problem: String?) { (self.visit, self.problem) = (visit, problem) }

    private var sent: Fields { visit.exchange.form }

    /// Nil where nothing was written.
    var label: String? {
        let text = (sent["label"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }

    /// Nil where no action was ticked. No mechanism ticked is all of them.
    var scope: Scope? {
        let actions = sent.values(of: "action").compactMap { Action(rawValue: $0) }.filter(TokenForm.actions.contains)
        let known = Set(visit.book.mechanisms.map(\.name))
        let mechanisms = Set(sent.values(of: "mechanism")).intersection(known)
        guard !actions.isEmpty else { return nil }
        return Scope(actions: Set(actions), mechanisms: mechanisms.isEmpty ? nil : mechanisms)
    }

    /// The end of the day that was written; nil where it is none.
    var end: Timestamp? { sent["until"].flatMap { CalendarDate($0) }.map { Timestamp.endOf($0) } }

    /// What the function of the one who asks may do at all: a wider scope would promise what the policy refuses.
    private var offered: [Action] {
        let (policy, actor, purpose) = (visit.registry.policy, visit.asking.actor, visit.asking.purpose)
        return TokenForm.actions.filter { action in
            Matter.allCases.contains { policy.reach(of: actor, action, $0, for: purpose).grant != nil }
        }
    }

    /// With a key of its own, so that sending it twice makes one token.
    var form: DeskForm {
        func text(_ key: String) -> String { visit.administration("tokens.\(key)") }
        let required = visit.wording["step.required"]
        var random = SystemRandomNumberGenerator()
        let key = sent["key"] ?? RecordID(at: visit.exchange.moment, using: &random).description
        let (actions, mechanisms) = (Set(sent.values(of: "action")), Set(sent.values(of: "mechanism")))
        let ticked = actions.isEmpty ? ["list", "read"] : actions
        let visible = visit.registry.visibleMechanisms(visit.asking)
        let until = sent["until"] ?? visit.today.adding(days: 90).description
        return DeskForm(
            to: AccountPaths.tokens, text("button"), hidden: [.init(name: "key", value: key)],
            controls: [
                .init(
                    "label", text("label"), .line(type: "text", value: sent["label"] ?? ""), required: required,
                    hint: text("label-hint"), error: problem),
                .init(
                    "action", text("actions"),
                    .checks(
                        offered.map {
                            .init(
                                $0.rawValue, visit.administration("actions.\($0.rawValue)"),
                                isChosen: ticked.contains($0.rawValue))
                        }), required: required),
                .init(
                    "mechanism", text("mechanisms"),
                    .checks(
                        visible.map {
                            .init($0.name, visit.wording.title($0), isChosen: mechanisms.contains($0.name))
                        }), hint: text("mechanisms-hint")),
                .init(
                    "until", text("end"), .line(type: "date", value: until), required: required, hint: text("end-hint")),
            ])
    }
}
