package import Accounts
import Ledger
import Mechanisms
package import Publication
package import Registry
package import Vocabulary

// Goals, in order: (1) no reminder is lost: it is noted as sent after the server took it, and what is due is read from the
// ledger each time; (2) a letter says of nobody anything; (3) nobody gets the same reminder twice, unless the machine fell
// between the sending and the note: both letters then have one name, by which mail programs know them as one.

/// Tells the holders of posts what their posts owe, once for each day of the rule of its kind.
package actor ReminderDispatcher {
    private let registry: Registry
    private let accounts: Accounts
    private let mailbox: ReminderMailbox
    private let sender: (any MailSender)?
    private let languages: [Texts]
    private let origin: String
    private let names: ReminderNames

    /// - Parameters:
    ///   - sender: Nil where no mail server is known: then only trials are made.
    ///   - languages: The first one is for accounts of a language that the house does not have.
    ///   - origin: What links begin with; empty where the house does not know its address.
    /// - Throws: The ledger's failure where its keys are not at hand.
    package init(
        _ registry: Registry, _ accounts: Accounts, _ mailbox: ReminderMailbox, sender: (any MailSender)?,
        languages: [Texts], origin: String
    ) throws {
        self.registry = registry
        self.accounts = accounts
        self.mailbox = mailbox
        self.sender = sender
        self.languages = languages
        self.origin = origin
        names = ReminderNames(key: try registry.ledger.derivedKey(for: .reminders))
    }

    /// What is to be said to the holder of one mandate.
    private struct Due: Sendable {
        let mandate: RecordID
        let account: Account
        /// Of all that has come, noted as told once the letter is out: what is over is forgotten.
        let all: Set<String>
        let new: [Reminder]
        let newNames: Set<String>
        let address: MailAddress?
    }

    /// Sends what has come by `day` and was not sent before.
    ///
    /// - Parameters:
    ///   - isTrial: Nothing is sent and nothing noted.
    ///   - actor: Whose doing, for the ledger.
    /// - Throws: What keeps the ledger, the accounts or the shelf from being read or written; never a server's failure.
    package func send(
        on day: CalendarDate, at moment: Timestamp, isTrial: Bool = false, by actor: String
    ) async throws -> ReminderRound {
        guard isTrial || sender != nil else { throw MailFailure.noServer }
        var round = ReminderRound()
        let registry = registry
        let mandates = registry.directory.mandates.values.filter { $0.holds(on: day) && $0.account != nil }
        for mandate in mandates.sorted(by: { $0.id < $1.id }) {
            try Task.checkCancellation()
            guard let due = try await due(mandate, on: day), !due.new.isEmpty else { continue }
            let outcome = try await deliver(due, on: day, at: moment, isTrial: isTrial, by: actor)
            round.lines.append(
                .init(
                    mandate: due.mandate, account: due.account.id.description, reminders: due.new.count,
                    outcome: outcome.said))
            if let broken = outcome.broken {
                round.brokenOff = broken
                break
            }
        }
        return round
    }

    private func due(_ mandate: Directory.Mandate, on day: CalendarDate) async throws -> Due? {
        let (registry, accounts, mailbox, names) = (registry, accounts, mailbox, names)
        return try await Waiting.run {
            guard let name = mandate.account, let id = Account.ID(name),
                let actor = registry.directory.actor(name, through: mandate.id, on: day),
                let account = try? accounts.account(id), account.state == .active
            else { return nil }
            let reminders = try registry.reminders(Asking(actor), on: day)
            let named = reminders.map { (names.name(of: $0, to: mandate.id), $0) }
            let told = mailbox.reminded(name)[mandate.id.description] ?? []
            let new = named.filter { !told.contains($0.0) }
            return Due(
                mandate: mandate.id, account: account, all: Set(named.map(\.0)), new: new.map(\.1),
                newNames: Set(new.map(\.0)), address: mailbox.address(of: name))
        }
    }

    private func deliver(
        _ due: Due, on day: CalendarDate, at moment: Timestamp, isTrial: Bool, by actor: String
    ) async throws -> (said: ReminderRound.Outcome, broken: String?) {
        guard let address = due.address else { return (.noAddress, nil) }
        guard !isTrial, let sender else { return (.wouldBeSent, nil) }
        let name = names.letter(with: due.newNames, to: due.mandate)
        let texts = languages.first { $0.language == due.account.language } ?? languages.first
        guard let texts else { return (.noAddress, nil) }
        let letter = ReminderLetter(due.new, on: day, Wording(texts: texts, book: registry.book), origin: origin)
        do {
            try await sender.send(
                MailLetter(
                    from: sender.from, to: address, subject: letter.subject, text: letter.text,
                    language: texts.language, name: name, moment: moment))
        } catch let failure as MailFailure {
            return (.failed(code: failure.code), failure.concernsEverybody ? failure.description : nil)
        }
        try await note(due, letter: name, by: actor)
        return (.sent, nil)
    }

    /// First in the ledger, then on the shelf: whoever falls between sends the same letter again.
    private func note(_ due: Due, letter: String, by actor: String) async throws {
        let (registry, mailbox) = (registry, mailbox)
        try await Waiting.run {
            let account = due.account.id.description
            try registry.ledger.recordAccess([
                AccessEntry(
                    .reminderSent, by: actor, about: account,
                    [
                        "mandate": due.mandate.description, "letter": letter, "reminders": String(due.new.count),
                    ])
            ])
            var reminded = mailbox.reminded(account)
            reminded[due.mandate.description] = due.all
            let held = Set(registry.directory.mandates.values.filter(\.isHeld).map(\.id.description))
            try mailbox.note(reminded.filter { held.contains($0.key) }, of: account)
        }
    }
}
