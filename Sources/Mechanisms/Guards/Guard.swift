package import Vocabulary

/// One word of the closed vocabulary in which the book says what a step needs.
///
/// Guards are values: the book checks them when it is built, forms show them before a person runs into them, and the
/// reference pages print them. A need that no word expresses is a sign that a word is missing, not that a mechanism
/// should have code of its own.
package protocol Guard: Sendable {
    /// Key of the text that explains it to a person: `mechanisms.guards.<key>`.
    static var key: String { get }
    /// Fields that it speaks of; the book checks that they exist.
    var fields: [String] { get }
    /// Fields that whoever takes the step says themselves each time: no form fills them in, and what was said before is said
    /// again where it is the same.
    var saidEachTime: [String] { get }
    /// Nil where the step may be taken.
    ///
    /// - Throws: What the register refuses, where the guard looks at other records.
    func refusal(of step: Step) throws -> Refusal.Problem?
}

extension Guard {
    /// None, unless the guard says so.
    package var saidEachTime: [String] { [] }
}

/// What a guard may look at: the record before, the command, and the record as it would be after.
package struct Step {
    package let mechanism: Mechanism
    /// Nil where the command opens a record.
    package let before: RecordState?
    package let command: Command
    /// The account of the one who takes it.
    package let account: String
    /// The post through which they act; nil where they come through none.
    package let post: RecordID?
    /// Fields after the step, computed deadlines included.
    package let after: [String: FieldValue]
    /// Other records, as the commands that come before leave them.
    package let register: any Register

    package init(
        mechanism: Mechanism, before: RecordState?, command: Command, after: [String: FieldValue],
        account: String = "", post: RecordID? = nil, register: any Register = EmptyRegister()
    ) {
        self.mechanism = mechanism
        self.before = before
        self.command = command
        self.after = after
        self.account = account
        self.post = post
        self.register = register
    }

    /// The problem, said of this mechanism.
    package func problem(_ kind: Refusal.Kind, field: String? = nil, _ detail: String) -> Refusal.Problem {
        Refusal.Problem(kind, mechanism: mechanism.name, field: field, detail)
    }

    /// The period in a field after the step.
    package func period(_ field: String) -> Period? {
        if case .period(let period)? = after[field] { period } else { nil }
    }
}
