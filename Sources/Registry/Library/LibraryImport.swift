import Access
import Intake
package import Ledger
import Mechanisms
package import Vocabulary

// Goals, in order: (1) a paper, its text and what it names go in together or not at all; (2) the same paper again changes
// nothing; (3) a paper that is only named becomes one record, however many texts name it, and is filled when it comes.

/// Papers into the library.
package struct LibraryImport {
    /// What became of a paper.
    package enum Outcome: Sendable, Hashable {
        /// With how many papers its text names, and how many of them were unknown to the library.
        case entered(RecordID, named: Int, unknown: Int)
        /// Nobody has it; the library knows now that it is missing.
        case missed(RecordID)
        /// The library has it already; nothing was changed.
        case known(RecordID)
        /// The findings say why.
        case refused
    }

    let registry: Registry
    let asking: Asking
    private let index: any TextIndex
    let makeID: () -> RecordID
    var shelf = LibraryShelf()
    /// Of the paper that is being taken, in the list that names it.
    var line: Int?
    package private(set) var findings: [Finding] = []

    /// - Parameters:
    ///   - index: Takes in the words of each paper that comes in.
    ///   - makeID: Makes ids of new records.
    package init(
        _ registry: Registry, _ asking: Asking, into index: any TextIndex, makeID: @escaping () -> RecordID
    ) {
        (self.registry, self.asking, self.index, self.makeID) = (registry, asking, index, makeID)
    }

    /// - Throws: What the ledger or the policy refuses; what is wrong with the paper is a finding.
    package mutating func take(_ paper: LibraryPaper) throws -> Outcome {
        line = paper.line
        try shelf.bringUpToDate(registry, asking)
        let number = paper.number.flatMap { DocumentNumber($0) }
        if let written = paper.number, number == nil {
            say(.numberUnread, "“\(written)” is a number of no known scheme.")
        }
        guard paper.text.contains(where: \.isLetter) else {
            say(.textless, "“\(paper.title)” has no text: it is perhaps a picture of pages.")
            return .refused
        }
        let written = number?.canonical ?? paper.number
        let present =
            number.flatMap { shelf[$0] } ?? written.flatMap { shelf.document(written: $0) }
            ?? paper.fileHash.flatMap { shelf.document(fileHash: $0) } ?? shelf.stub(title: paper.title)
        // What was entered by hand has no text yet.
        if let present, present.standing == .withdrawn || present.hash != nil { return known(present, paper) }
        return try enter(paper, written, number, onto: present)
    }

    mutating func known(_ present: LibraryDocument, _ paper: LibraryPaper) -> Outcome {
        switch present.standing {
        case .withdrawn: say(.withdrawn, "“\(present.name)” was withdrawn from the library.")
        case .held where present.fileHash == paper.fileHash:
            say(.known, "“\(present.name)” is in the library already.")
            return .known(present.record)
        default: say(.textDiffers, "The library has another text under “\(present.name)”.")
        }
        return .refused
    }

    private mutating func enter(
        _ paper: LibraryPaper, _ written: String?, _ number: DocumentNumber?, onto stub: LibraryDocument?
    ) throws -> Outcome {
        let mechanism = try registry.mechanism("library-document")
        let grant = try registry.leaveToOpen(asking, mechanism)
        let record = stub?.record ?? makeID()
        let mentions = DocumentNumberReader.mentions(in: paper.text)
        let naming = commands(naming: mentions, by: record, number)
        let receipt = try registry.ledger.keep(Array(paper.text.utf8), for: record, of: nil, under: grant)
        var isKept = false
        defer { if !isKept { try? registry.ledger.discard(record, under: grant) } }
        var changes = paper.changes(number: written, subjects: mentions.first { $0.number == number }?.subjects ?? [])
        let described = changes.filter { !["file-name", "file-hash"].contains($0.key) }
        changes["hash"] = .text(receipt.hash)
        changes["size"] = .integer(receipt.size)
        let opening = RowByRow.opening(mechanism.name, record, "enter", described, on: registry.today)
        let taking = Command(
            mechanism: mechanism.name, record: record, transition: "take-in", expectedVersion: stub?.version ?? 1,
            changes: changes, effective: .day(registry.today))
        let own = stub == nil ? [opening, taking] : [taking]
        switch try registry.submit(own + naming.commands, asking, key: nil, byRegister: true) {
        case .written:
            isKept = true
            let edition = LibraryDocument.edition(version: taking.expectedVersion + 1, hash: receipt.hash)
            let text = Marking(rawValue: paper.marking).flatMap { marking in
                IndexedText(
                    record, marking: marking, edition: edition, number: written ?? "", title: paper.title,
                    body: paper.text)
            }
            if let text { try index.put(text) }
        case .refused(let refusal):
            for problem in refusal.problems { say(.refused, "\(problem.code) \(problem.message)") }
            return .refused
        case .conflict: throw RegistryRefusal.overtaken
        }
        return .entered(record, named: naming.named, unknown: naming.unknown)
    }

    /// Relations to all papers that a text names, with a record for each that the library did not know.
    private func commands(
        naming mentions: [DocumentMention], by record: RecordID, _ own: DocumentNumber?
    ) -> (commands: [Command], named: Int, unknown: Int) {
        var counts: [DocumentNumber: Int] = [:]
        for mention in mentions where mention.number != own { counts[mention.number, default: 0] += 1 }
        var commands: [Command] = []
        var targets: [DocumentNumber: RecordID] = [:]
        var unknown = 0
        for (number, count) in counts.sorted(by: { $0.key < $1.key }) {
            let target: RecordID
            if let present = shelf[number] {
                target = present.record
            } else {
                target = makeID()
                unknown += 1
                commands.append(
                    RowByRow.opening(
                        "library-document", target, "cite", ["number": .text(number.canonical)], on: registry.today))
            }
            targets[number] = target
            commands.append(relation("cites", from: record, to: target, mentions: count))
        }
        if let earlier = earlier(than: own, targets), earlier != record {
            commands.append(relation("revises", from: record, to: earlier, mentions: 1))
        }
        return (commands, counts.count, unknown)
    }

    func relation(_ kind: String, from: RecordID, to: RecordID, mentions: Int) -> Command {
        RowByRow.opening(
            "document-relation", makeID(), "state",
            ["from": .link(from), "kind": .code(kind), "to": .link(to), "mentions": .integer(mentions)],
            on: registry.today)
    }

    /// The revision before this one, of those that are known.
    private func earlier(than own: DocumentNumber?, _ targets: [DocumentNumber: RecordID]) -> RecordID? {
        guard let own, own.revision > 0 else { return nil }
        let known = shelf.revisions(of: own) + targets.keys
        guard let last = known.filter({ $0.isRevision(of: own) && $0 < own }).max() else { return nil }
        return targets[last] ?? shelf[last]?.record
    }

    /// Says that a paper of the list could not even be read.
    package mutating func sayUnreadable(_ message: String, line: Int?) {
        self.line = line
        say(.unreadable, message)
    }

    mutating func say(_ kind: LibraryFinding, _ message: String) {
        let remedy =
            switch kind {
            case .known: "Nothing."
            case .textDiffers: "Give the paper the number of its revision, or withdraw the one in the library first."
            case .numberUnread: "It is kept as written; look whether it is spelled as on the paper."
            case .withdrawn: "Ask the secretariat why; a paper that was withdrawn does not come back under its number."
            case .refused: "Correct what is said of the paper."
            case .textless: "Bring in a file with text, such as one that went through recognition of characters."
            case .unreadable: "Look whether the file is where the list says, and whether it is whole."
            case .cellEmpty, .dayUnread: "Correct the row of the list, and bring it in again."
            case .namerUnknown: "Bring that paper in first, or write its number or title as the library has it."
            }
        findings.append(kind.finding(line: line, nil, message, remedy: remedy))
    }
}

extension LibraryPaper {
    func changes(number: String?, subjects: [String]) -> [String: FieldValue] {
        var changes: [String: FieldValue] = ["title": .text(title), "marking": .code(marking)]
        changes["number"] = number.map(FieldValue.text)
        changes["author-body"] = authorBody.map(FieldValue.text)
        changes["dated"] = dated.map(FieldValue.period)
        changes["language"] = language.map(FieldValue.code)
        changes["kind"] = kind.map(FieldValue.code)
        changes["pillars"] = pillars.isEmpty ? nil : .codes(pillars)
        changes["subjects"] = subjects.isEmpty ? nil : .text(subjects.joined(separator: ", "))
        changes["file-name"] = fileName.map(FieldValue.text)
        changes["file-hash"] = fileHash.map(FieldValue.text)
        return changes
    }
}
