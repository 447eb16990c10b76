import Accounts
import Mechanisms
import Registry
import Vocabulary

/// Somebody leaves: their mandates end today, what the next holder must know is written down for each post, and their
/// account is closed. Tasks stay where they are: with the post.
struct Leaving {
    /// A post that they leave.
    struct Place {
        let mandate: Directory.Mandate
        let view: RecordView
        let title: String
        /// Others who hold it from today on.
        let successors: [Directory.Mandate]

        /// Names of the fields of the form.
        var checklist: String { "checklist.\(mandate.id)" }
        var successor: String { "successor.\(mandate.id)" }
    }

    let account: Account
    let places: [Place]
    let form: Fields
    private let visit: Visit

    init(of account: Account, _ visit: Visit) throws {
        (self.account, self.visit, form) = (account, visit, visit.exchange.form)
        let posts = PostBook(visit.registry.directory, on: visit.today)
        places = try posts.mandates(of: account.id.description).filter { $0.isHeld || $0.isProposed }.map { mandate in
            Place(
                mandate: mandate, view: try visit.registry.read(mandate.id, visit.asking),
                title: PostBook.title(mandate.post, posts.directory, visit),
                successors: posts.mandates(of: mandate.post).filter {
                    $0.account != account.id.description && !$0.isProposed
                })
        }
    }

    /// The command or commands for each post: the mandate's end first, then what is handed over.
    func commands() -> [Command] {
        var random = SystemRandomNumberGenerator()
        let reason = form["reason"] ?? ""
        return places.flatMap { place -> [Command] in
            let today = Period.day(visit.today)
            let isHeld = place.mandate.isHeld
            // Somebody who leaves before they began ends on the day on which they would have.
            let end = max(visit.today, place.mandate.from)
            var commands = [
                Command(
                    mechanism: "mandate", record: place.mandate.id, transition: isHeld ? "end" : "decline",
                    expectedVersion: place.view.version, changes: isHeld ? ["until": .period(.day(end))] : [:],
                    effective: today, reason: reason)
            ]
            let checklist = form[place.checklist] ?? ""
            if isHeld, checklist.contains(where: { !$0.isWhitespace }) {
                var changes: [String: FieldValue] = [
                    "function": .link(place.mandate.post), "from": .link(place.mandate.id),
                    "checklist": .text(checklist),
                ]
                let chosen = place.successors.first { $0.id.description == form[place.successor] }
                changes["to"] = chosen.map { .link($0.id) }
                commands.append(
                    Command(
                        mechanism: "handover", record: RecordID(at: visit.exchange.moment, using: &random),
                        transition: "prepare", changes: changes, effective: today))
            }
            return commands
        }
    }
}
