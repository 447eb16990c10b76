import Access
import Intake
import Mechanisms
import Registry
import Vocabulary

/// The imports of an organisation, as the desk remembers them: who, when and figures, and nothing of what was in a file.
///
/// They lie on the shelf, sealed; the ledger has its own word of each for good. One that was under way when the house
/// stopped is found again as broken off.
struct ImportHistory: Sendable {
    struct Entry: Sendable {
        let id: String
        let account: String
        let function: String
        let source: String
        let version: String
        let takenAt: Timestamp
        let work: String
        /// Nil while it is waiting or under way.
        let outcome: String?
        let failure: String?
        let figures: [String: Int]
    }

    let entries: [Entry]

    /// The latest first.
    init(of organisation: RecordID?, in workbench: Workbench) {
        entries = workbench.shelf.all(.importing, of: ImportHistory.place(of: organisation)).compactMap { Entry($0) }
            .sorted { ($0.takenAt, $0.id) > ($1.takenAt, $1.id) }
    }

    /// Writes down how far an import is. A shelf that takes nothing stops no import: the ledger remembers it all the same.
    static func keep(_ job: ImportJob, in workbench: Workbench) {
        let entry = Entry(job)
        try? workbench.shelf.put(
            Array(entry.json.text().utf8), as: .importing, entry.id, of: place(of: job.asking.actor.organisation),
            about: [])
    }

    /// As if the organisation were an account of the shelf.
    private static func place(of organisation: RecordID?) -> String {
        "imports of \(organisation?.description ?? "the register")"
    }
}

extension ImportHistory.Entry {
    init(_ job: ImportJob) {
        id = job.id
        account = job.asking.actor.account
        function = job.asking.actor.function.rawValue
        source = job.source.description.title ?? job.source.description.name
        version = job.source.description.version
        takenAt = job.takenAt
        work = job.work.rawValue
        outcome = job.result?.outcome.rawValue
        failure = job.result?.failure
        var figures: [String: Int] = [:]
        if let summary = job.result?.summary {
            figures = [
                "read": summary.rowsRead, "accepted": summary.accepted, "held-back": summary.heldBack,
                "known": summary.alreadyKnown,
            ]
        }
        self.figures = figures
    }

    fileprivate init?(_ paper: SealedShelf.Paper) {
        guard case .object(let members)? = try? JSONReader.read(paper.bytes) else { return nil }
        var texts: [String: String] = [:]
        var numbers: [String: Int] = [:]
        for member in members {
            switch member.value {
            case .text(let text): texts[member.name] = text
            case .number(let number): numbers[member.name] = number
            default: break
            }
        }
        guard let takenAt = texts["taken-at"].flatMap({ Timestamp($0) }) else { return nil }
        id = paper.id
        account = texts["account"] ?? ""
        function = texts["function"] ?? ""
        source = texts["source"] ?? ""
        version = texts["version"] ?? ""
        self.takenAt = takenAt
        work = texts["work"] ?? ""
        outcome = texts["outcome"]
        failure = texts["failure"]
        figures = numbers
    }

    fileprivate var json: JSON {
        var members: [JSON.Member] = [
            .init(name: "account", value: .text(account)), .init(name: "function", value: .text(function)),
            .init(name: "source", value: .text(source)), .init(name: "version", value: .text(version)),
            .init(name: "taken-at", value: .text(takenAt.description)), .init(name: "work", value: .text(work)),
        ]
        if let outcome { members.append(.init(name: "outcome", value: .text(outcome))) }
        if let failure { members.append(.init(name: "failure", value: .text(failure))) }
        members += figures.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: .number($0.value)) }
        return .object(members)
    }
}
