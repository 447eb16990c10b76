import Vocabulary

/// An agreement is cited only while it is in force, and for what it covers: its scope, and the states that made it.
package struct AgreementCovers: Guard {
    package static let key = "agreement-covers"

    /// The link field to the agreement; empty where none is cited.
    package let agreement: String
    /// The code field that says for what, and the scopes of an agreement that cover each of its codes.
    package let purpose: String
    package let scopes: [String: Set<String>]
    /// The link field to the one who receives; its country must be one of the agreement's, where both name any.
    package let receiver: String

    package init(_ agreement: String, for purpose: String, scopes: [String: Set<String>], to receiver: String) {
        (self.agreement, self.purpose, self.scopes, self.receiver) = (agreement, purpose, scopes, receiver)
    }

    package var fields: [String] { [agreement, purpose, receiver] }

    package func refusal(of step: Step) throws -> Refusal.Problem? {
        // One that is not there is a broken link and refused as such.
        guard let cited = try step.after[agreement]?.linked.first.flatMap({ try step.register.state(of: $0) }) else {
            return nil
        }
        let day = step.command.effective.start
        guard cited.state == "in-force", begins(cited, by: day), !ends(cited, before: day) else {
            return step.problem(.agreementElsewhere, field: agreement, "is not in force on that day.")
        }
        guard cited.fields["data-sharing"] == .boolean(true) else {
            return step.problem(.agreementElsewhere, field: agreement, "says nothing of sharing data.")
        }
        guard covers(cited, step) else {
            return step.problem(.agreementElsewhere, field: agreement, "does not cover this purpose.")
        }
        guard try binds(cited, step) else {
            return step.problem(.agreementElsewhere, field: agreement, "was not made with the receiver’s country.")
        }
        return nil
    }

    private func begins(_ cited: RecordState, by day: CalendarDate) -> Bool {
        if case .period(let from)? = cited.fields["in-force-from"] { from.start <= day } else { true }
    }

    private func ends(_ cited: RecordState, before day: CalendarDate) -> Bool {
        if case .period(let until)? = cited.fields["expires-on"] { until.end < day } else { false }
    }

    private func covers(_ cited: RecordState, _ step: Step) -> Bool {
        guard case .code(let code)? = step.after[purpose], case .codes(let scope)? = cited.fields["scope"] else {
            return false
        }
        return !(scopes[code] ?? []).isDisjoint(with: scope)
    }

    private func binds(_ cited: RecordState, _ step: Step) throws -> Bool {
        guard case .codes(let countries)? = cited.fields["countries"],
            let house = try step.after[receiver]?.linked.first.flatMap({ try step.register.state(of: $0) }),
            case .code(let country)? = house.fields["country"]
        else { return true }
        return countries.contains(country)
    }
}
