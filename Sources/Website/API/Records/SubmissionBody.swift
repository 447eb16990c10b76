import Mechanisms
import Vocabulary

/// The body of a write, read against the book: what is wrong with it is told at once and wholly.
struct SubmissionBody: Sendable {
    let transition: Transition
    let effective: Period
    let reason: String?
    let changes: [String: FieldValue]

    /// - Parameter steps: The step of the address; for an opening those among which the member `transition` chooses.
    static func read(
        _ json: JSON, of mechanism: Mechanism, among steps: [Transition]
    ) -> Result<SubmissionBody, RequestFindings> {
        var reading = Reading(mechanism: mechanism, isOpening: steps.first?.opensRecord == true)
        guard case .object(let members) = json else {
            reading.add(.wrongKind, "", "It must be an object.")
            return .failure(RequestFindings(all: reading.findings))
        }
        for member in members { reading.take(member) }
        let transition = reading.transition(among: steps)
        if reading.effective == nil, !members.contains(where: { $0.name == "effective" }) {
            reading.add(.missing, "/effective", "It must be \(ValueKind.period.expected).")
        }
        guard reading.findings.isEmpty, let transition, let effective = reading.effective else {
            return .failure(RequestFindings(all: reading.findings))
        }
        return .success(
            SubmissionBody(
                transition: transition, effective: effective, reason: reading.reason, changes: reading.changes))
    }

    /// What is known while the members are taken one by one.
    private struct Reading {
        let mechanism: Mechanism
        let isOpening: Bool
        var effective: Period?
        var reason: String?
        var changes: [String: FieldValue] = [:]
        var named: String?
        var findings: [RequestFinding] = []

        mutating func take(_ member: JSON.Member) {
            switch (member.name, member.value) {
            case ("effective", .text(let text)):
                effective = Period(text)
                if effective == nil { add(.wrongKind, "/effective", "It must be \(ValueKind.period.expected).") }
            case ("reason", .text(let text)):
                reason = text
                if !FieldJSON.isReadable(text) { findings.append(FieldJSON.unreadable("/reason").finding) }
            case ("transition", .text(let text)) where isOpening: named = text
            case ("fields", .object(let members)): for member in members { takeField(member) }
            case ("effective", _), ("reason", _): add(.wrongKind, "/\(member.name)", "It must be a text.")
            case ("transition", _) where isOpening: add(.wrongKind, "/transition", "It must be a text.")
            case ("fields", _): add(.wrongKind, "/fields", "It must be an object.")
            default:
                add(
                    .unknownMember, "",
                    "It has a member that is not described; there are: "
                        + (isOpening ? "transition, " : "") + "effective, reason, fields.")
            }
        }

        private mutating func takeField(_ member: JSON.Member) {
            guard let field = mechanism.field(member.name) else {
                add(.unknownMember, "/fields", "It has a member that is no field of “\(mechanism.name)”.")
                return
            }
            let pointer = "/fields/\(member.name.asPointerPart)"
            switch FieldJSON.value(member.value, of: field, at: pointer) {
            case .success(let value): changes[field.name] = value
            case .failure(let failure): findings.append(failure.finding)
            }
        }

        mutating func transition(among steps: [Transition]) -> Transition? {
            if let named {
                if let found = steps.first(where: { $0.name == named }) { return found }
            } else if steps.count == 1 {
                return steps.first
            }
            add(
                named == nil ? .missing : .wrongKind, "/transition",
                "It must be one of \(steps.map(\.name).joined(separator: ", ")).")
            return nil
        }

        mutating func add(_ kind: RequestFinding.Kind, _ pointer: String, _ detail: String) {
            findings.append(RequestFinding(kind: kind, place: .body(pointer), detail: detail))
        }
    }
}

/// Everything that is wrong with a body.
struct RequestFindings: Error {
    let all: [RequestFinding]
}
