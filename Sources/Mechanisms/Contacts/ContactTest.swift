package import Vocabulary

/// A call to see whether a number is good, read from its record.
package struct ContactTest: Hashable, Sendable {
    package let record: RecordID
    package let contact: RecordID
    package let day: CalendarDate
    /// A code of the list `contact-test-outcomes`.
    package let outcome: String

    package static let answered = "answered"

    /// Nil for a record that is no test, or one that was entered wrongly.
    package init?(_ state: RecordState) {
        guard state.mechanism == "contact-test", state.state == "made",
            let contact = state.fields["contact"]?.linked.first, let day = state.fields.day("tested-on"),
            let outcome = state.fields.code("outcome")
        else { return nil }
        (record, self.contact, self.day, self.outcome) = (state.record, contact, day, outcome)
    }

    package var isGood: Bool { outcome == ContactTest.answered }
}

/// What is known of whether a number is good.
package enum ContactVerification: Hashable, Sendable {
    case never
    case good(ContactTest)
    /// It was good, and that is long ago.
    case old(ContactTest)
    /// Nobody answered the last time, or somebody else did.
    case bad(ContactTest)

    /// Days for which a good test counts: B51.
    package static let days = 90

    /// - Parameter tests: Of one contact point.
    package init(_ tests: [ContactTest], on day: CalendarDate) {
        let last = tests.filter { $0.day <= day }.max { ($0.day, $0.record) < ($1.day, $1.record) }
        self =
            switch last {
            case nil: .never
            case let test? where !test.isGood: .bad(test)
            case let test? where test.day.adding(days: Self.days) < day: .old(test)
            case let test?: .good(test)
            }
    }

    /// The last test; nil where there was none.
    package var test: ContactTest? {
        switch self {
        case .never: nil
        case .good(let test), .old(let test), .bad(let test): test
        }
    }

    package var isGood: Bool { if case .good = self { true } else { false } }
}
