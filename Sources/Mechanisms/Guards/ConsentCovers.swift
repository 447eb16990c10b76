import Vocabulary

/// What rests on a consent is what the person agreed to: given and not run out, for this purpose and this receiver, and
/// every record is about the person who gave it and names nobody else.
///
/// A record is about a person if it is theirs, names them, or stands beside them in a third one (as a case does through
/// the part that a person has in it), and what is about such a record is too. One that names another person besides, as
/// an incident with two victims does, is not shared on the consent of one of them.
package struct ConsentCovers: Guard {
    package static let key = "consent-covers"

    /// The link field to the consent; empty where the basis is another.
    package let consent: String
    /// The links field to the records.
    package let records: String
    /// The link field to the one who receives them.
    package let receiver: String
    package let terms: ConsentTerms
    /// Mechanisms through which nothing is about anybody: organisations and posts stand in the records of all.
    package let aside: Set<String>
    /// The mechanism of persons.
    package let people: String

    package init(
        _ consent: String, of records: String, to receiver: String, terms: ConsentTerms, aside: Set<String>,
        people: String
    ) {
        (self.consent, self.records, self.receiver, self.terms) = (consent, records, receiver, terms)
        (self.aside, self.people) = (aside, people)
    }

    package var fields: [String] { [consent, records, receiver, terms.purpose] }

    package func refusal(of step: Step) throws -> Refusal.Problem? {
        guard let id = step.after[consent]?.linked.first else { return nil }
        // One that is not there, or is no consent, is a broken link and refused as such.
        guard let given = try step.register.state(of: id), let person = given.fields[terms.person]?.linked.first else {
            return nil
        }
        if given.state != "given" { return problem(step, "is not given, or was withdrawn.") }
        if case .period(let until)? = given.fields[terms.until], until.end < step.command.effective.start {
            return problem(step, "has run out.")
        }
        if given.fields[terms.purpose] != step.after[terms.purpose] { return problem(step, "is for another purpose.") }
        if let recipient = given.fields[terms.recipient], recipient != step.after[receiver] {
            return problem(step, "is for another receiver.")
        }
        for record in step.after[records]?.linked ?? [] {
            guard try isAbout(person, record, in: step.register, further: true) else {
                return problem(step, "is that of another person than a record of “\(records)” is about.")
            }
            guard try !namesAnother(than: person, record, in: step.register) else {
                return problem(
                    step,
                    "is that of one person, and a record of “\(records)” names another besides; share what is about one "
                        + "of them alone, or on another basis.")
            }
        }
        return nil
    }

    private func namesAnother(than person: RecordID, _ record: RecordID, in register: any Register) throws -> Bool {
        let named = try register.state(of: record).map { $0.fields.values.flatMap(\.linked) } ?? []
        return try named.contains { try $0 != person && register.mechanism(of: $0) == people }
    }

    private func isAbout(
        _ person: RecordID, _ record: RecordID, in register: any Register, further: Bool
    ) throws -> Bool {
        if record == person { return true }
        let named = try register.state(of: record).map { $0.fields.values.flatMap(\.linked) } ?? []
        if try named.contains(person) || register.isBeside(record, person) { return true }
        guard further else { return false }
        return try named.contains { other in
            guard let mechanism = try register.mechanism(of: other), !aside.contains(mechanism) else { return false }
            return try isAbout(person, other, in: register, further: false)
        }
    }

    private func problem(_ step: Step, _ detail: String) -> Refusal.Problem {
        step.problem(.consentElsewhere, field: consent, detail)
    }
}
