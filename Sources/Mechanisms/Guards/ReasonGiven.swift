/// The person says why.
package struct ReasonGiven: Guard {
    package static let key = "reason-given"

    package init() {}

    package var fields: [String] { [] }

    package func refusal(of step: Step) -> Refusal.Problem? {
        let reason = step.command.reason ?? ""
        return reason.allSatisfy(\.isWhitespace)
            ? step.problem(.missingReason, "“\(step.command.transition)” needs a reason; write one.") : nil
    }
}
