import FoundationEssentials
import Vocabulary

/// `releases/withdrawn.json` and `notices/withdrawn.json`: beside the archives, since what is frozen is never changed.
package enum WithdrawalFile {
    package static let name = "withdrawn.json"

    private struct Line: Codable {
        let number: Int
        let on: String
        let reason: String
    }

    /// Keys sorted, by number: the same withdrawals give the same bytes.
    package static func bytes(of withdrawals: some Sequence<Withdrawal>) throws -> [UInt8] {
        let lines = withdrawals.sorted { $0.number < $1.number }.map {
            Line(number: $0.number, on: $0.on.description, reason: $0.reason)
        }
        return try Frozen.json(lines)
    }

    /// - Throws: ``PublicationFailure/manifestUnreadable(archive:reason:)`` for anything that this program did not write.
    package static func read(_ bytes: [UInt8]) throws(PublicationFailure) -> [Withdrawal] {
        guard let lines = try? JSONDecoder().decode([Line].self, from: Data(bytes)) else {
            throw .manifestUnreadable(archive: name, reason: "it is not the JSON that was written")
        }
        var withdrawals: [Withdrawal] = []
        for line in lines {
            guard let day = CalendarDate(line.on) else {
                throw .manifestUnreadable(archive: name, reason: "“\(line.on)” is no day")
            }
            withdrawals.append(Withdrawal(number: line.number, on: day, reason: line.reason))
        }
        return withdrawals
    }
}
