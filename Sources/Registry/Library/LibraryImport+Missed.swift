import Intake
import Ledger
import Mechanisms
import Vocabulary

/// Papers that others list and nobody has: by number, or by title where they have none.
extension LibraryImport {
    /// Takes in that a paper is missing: a record without a text, once, which its file fills when it comes.
    ///
    /// A paper without a number is known again by its title, whatever its capitals.
    ///
    /// - Parameters:
    ///   - paper: Its text is not looked at.
    ///   - namer: Number or title of the paper that lists it, which must be in the library.
    /// - Throws: What the ledger or the policy refuses; what is wrong with the paper is a finding.
    package mutating func miss(_ paper: LibraryPaper, namedBy namer: String?) throws -> Outcome {
        line = paper.line
        try shelf.bringUpToDate(registry, asking)
        let number = paper.number.flatMap { DocumentNumber($0) }
        if let written = paper.number, number == nil {
            say(.numberUnread, "“\(written)” is a number of no known scheme.")
        }
        let present = shelf.document(named: paper.number ?? paper.title)
        if let present, present.standing == .withdrawn { return known(present, paper) }
        let record = present?.record ?? makeID()
        var commands: [Command] = []
        if present == nil {
            var changes = paper.changes(number: number?.canonical ?? paper.number, subjects: [])
            if paper.title.isEmpty { changes["title"] = nil }
            commands.append(RowByRow.opening("library-document", record, "cite", changes, on: registry.today))
        }
        if let namer {
            guard let source = shelf.document(named: namer) else {
                say(.namerUnknown, "“\(namer)” is not in the library.")
                return .refused
            }
            let isSaid =
                try present != nil
                && registry.library(asking).citations(of: record).contains {
                    $0.document?.record == source.record
                }
            if source.record != record, !isSaid {
                commands.append(relation("cites", from: source.record, to: record, mentions: 1))
            }
        }
        guard !commands.isEmpty else { return .known(record) }
        switch try registry.submit(commands, asking, key: nil, byRegister: true) {
        case .written: return present == nil ? .missed(record) : .known(record)
        case .refused(let refusal):
            for problem in refusal.problems { say(.refused, "\(problem.code) \(problem.message)") }
            return .refused
        case .conflict: throw RegistryRefusal.overtaken
        }
    }
}
