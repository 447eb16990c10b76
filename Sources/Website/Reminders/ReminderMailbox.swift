import Foundation
package import Vocabulary

/// The address to which an account's reminders go, sealed on the shelf: only its holder sets it, and nothing but one code is
/// sent there before they have shown that it is theirs.
package struct ReminderMailbox: Sendable {
    /// An address, and whether it was shown to be the holder's.
    struct Kept: Codable, Sendable, Equatable {
        let address: String
        /// What the holder must read there and write here; nil once they did.
        var code: String?
        /// Milliseconds since 1970.
        var askedAt: Int64
        /// Codes asked for since ``since``.
        var asked: Int
        var since: Int64
        /// Wrong codes since the last was sent.
        var tries = 0

        var isProved: Bool { code == nil }
    }

    /// W190–W194: why an address is not taken.
    package enum Refusal: CodedFailure, Equatable {
        /// W190: a code was sent a moment ago, or too many were sent today.
        case tooManyCodes
        /// W191: the code is wrong, too old, or was tried too often.
        case wrongCode

        package var code: String {
            switch self {
            case .tooManyCodes: "W190"
            case .wrongCode: "W191"
            }
        }

        package var message: String {
            switch self {
            case .tooManyCodes:
                "A code was sent just now, or five were sent today. Look into the mailbox, or try again later."
            case .wrongCode: "This is not the code, or it is older than a day. Ask for another one."
            }
        }
    }

    private let shelf: SealedShelf

    static let day: Int64 = 86_400_000
    static let pause: Int64 = 120_000
    static let mostCodes = 5
    static let mostTries = 5
    /// One paper of each kind an account.
    private static let paper = "00000000-0000-7000-8000-000000000000"
    /// Without letters and digits that are taken for one another.
    private static let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")

    package init(_ shelf: SealedShelf) { self.shelf = shelf }

    func kept(_ account: String) -> Kept? {
        shelf.get(.mail, ReminderMailbox.paper, of: account).flatMap {
            try? JSONDecoder().decode(Kept.self, from: Data($0))
        }
    }

    /// Where letters to an account go; nil where no address was shown to be its holder's.
    func address(of account: String) -> MailAddress? {
        guard let kept = kept(account), kept.isProved else { return nil }
        return try? MailAddress(kept.address)
    }

    /// Takes an address in place of the one before, which gets nothing from here on.
    ///
    /// - Returns: The code to be sent there.
    /// - Throws: ``Refusal/tooManyCodes``, ``WorkbenchRefusal``.
    func ask(for address: MailAddress, of account: String, at now: Timestamp) throws -> String {
        var (asked, since) = (0, now.milliseconds)
        if let before = kept(account), now.milliseconds - before.since < ReminderMailbox.day {
            guard before.asked < ReminderMailbox.mostCodes, now.milliseconds - before.askedAt >= ReminderMailbox.pause
            else { throw Refusal.tooManyCodes }
            (asked, since) = (before.asked, before.since)
        }
        let code = String((0..<8).compactMap { _ in ReminderMailbox.letters.randomElement() })
        try keep(
            Kept(address: address.text, code: code, askedAt: now.milliseconds, asked: asked + 1, since: since),
            of: account)
        return code
    }

    /// - Throws: ``Refusal/wrongCode``, ``WorkbenchRefusal``.
    func prove(_ code: String, of account: String, at now: Timestamp) throws {
        guard var kept = kept(account), let wanted = kept.code else { throw Refusal.wrongCode }
        let age = now.milliseconds - kept.askedAt
        let typed = code.uppercased().filter { $0.isLetter || $0.isNumber }
        kept.tries += 1
        let isGood = typed == wanted && kept.tries <= ReminderMailbox.mostTries && age < ReminderMailbox.day
        if isGood { (kept.code, kept.tries) = (nil, 0) }
        try keep(kept, of: account)
        if !isGood { throw Refusal.wrongCode }
    }

    func remove(of account: String) {
        shelf.remove(.mail, ReminderMailbox.paper, of: account)
        shelf.remove(.reminded, ReminderMailbox.paper, of: account)
    }

    /// The names of reminders that went to an account, by mandate.
    func reminded(_ account: String) -> [String: Set<String>] {
        shelf.get(.reminded, ReminderMailbox.paper, of: account).flatMap {
            try? JSONDecoder().decode([String: Set<String>].self, from: Data($0))
        } ?? [:]
    }

    func note(_ reminded: [String: Set<String>], of account: String) throws {
        try shelf.put(
            Array(JSONEncoder().encode(reminded)), as: .reminded, ReminderMailbox.paper, of: account, about: [])
    }

    private func keep(_ kept: Kept, of account: String) throws {
        try shelf.put(Array(JSONEncoder().encode(kept)), as: .mail, ReminderMailbox.paper, of: account, about: [])
    }
}
