import Crypto
import Foundation
import Mechanisms
import Registry
import Vocabulary

/// Names that tell nothing: of reminders, letters and entries of a calendar. The same thing has the same name for ever.
struct ReminderNames: Sendable {
    private let key: SymmetricKey

    /// - Parameter key: The register's own for this use.
    init(key: SymmetricKey) { self.key = key }

    /// Of a reminder to whoever acts through a mandate.
    func name(of reminder: Reminder, to mandate: RecordID) -> String {
        String(name("reminder|\(mandate)|\(reminder.identity)").prefix(16))
    }

    /// Of a letter with these reminders: a second copy is known as one.
    func letter(with reminders: some Sequence<String>, to mandate: RecordID) -> String {
        name("letter|\(mandate)|\(reminders.sorted().joined(separator: "|"))")
    }

    /// Of an entry in a calendar: the same when its day moves.
    func entry(_ obligation: Obligation) -> String {
        name("entry|\(obligation.kind)|\(obligation.record)|\(obligation.field)")
    }

    /// Of a day of an event in a calendar: days that are past keep theirs when the rule changes.
    func entry(_ event: EventDay) -> String { name("event|\(event.record)|\(event.day)") }

    private func name(_ text: String) -> String {
        hexadecimal(Array(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)).prefix(16))
    }
}
