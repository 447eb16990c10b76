package import Intake
import Mechanisms
package import Vocabulary

/// The papers that somebody may see, and how they stand to each other.
package struct Library: Sendable {
    /// A paper that is named and is not in the library.
    package struct Missing: Sendable {
        /// Nil where it is not there any more for the one who asks.
        package let document: LibraryDocument?
        package let cited: [Reference]

        /// How often texts of the library name it.
        package var mentions: Int { cited.reduce(0) { $0 + $1.relation.mentions } }

        /// - Parameter cited: Of several relations from one paper, the one that counts most of its mentions stays.
        init(document: LibraryDocument?, cited: [Reference]) {
            self.document = document
            var seen: Set<RecordID> = []
            let byMentions = cited.sorted { $0.relation.mentions > $1.relation.mentions }
            let kept = Set(byMentions.filter { seen.insert($0.relation.from).inserted }.map(\.relation.record))
            self.cited = cited.filter { kept.contains($0.relation.record) }
        }
    }

    /// A relation with the paper at its other end.
    package struct Reference: Sendable {
        package let relation: LibraryRelation
        /// Nil where it is not there any more for the one who asks.
        package let document: LibraryDocument?

        /// Whether it leads to a paper that one can read.
        package var isHeld: Bool { document?.standing == .held }
    }

    /// By number, then by title.
    package let documents: [LibraryDocument]
    package let relations: [LibraryRelation]
    private let places: [RecordID: Int]
    private let byNumber: [DocumentNumber: Int]
    private let outgoing: [RecordID: [LibraryRelation]]
    private let incoming: [RecordID: [LibraryRelation]]

    init(_ documents: [LibraryDocument], _ relations: [LibraryRelation]) {
        self.documents = documents.sorted(by: Library.isBefore)
        places = Dictionary(
            self.documents.enumerated().map { ($1.record, $0) }, uniquingKeysWith: { first, _ in first })
        // Of two papers under one number, the one that is held.
        byNumber = Dictionary(
            self.documents.enumerated().compactMap { place, document in document.number.map { ($0, place) } },
            uniquingKeysWith: { [sorted = self.documents] first, second in
                sorted[first].standing.rank <= sorted[second].standing.rank ? first : second
            })
        let known = Set(documents.map(\.record))
        self.relations = relations.filter { known.contains($0.from) }
        outgoing = Dictionary(grouping: self.relations, by: \.from)
        var incoming: [RecordID: [LibraryRelation]] = [:]
        for relation in self.relations { if let to = relation.to { incoming[to, default: []].append(relation) } }
        self.incoming = incoming
    }

    private static func isBefore(_ first: LibraryDocument, _ second: LibraryDocument) -> Bool {
        switch (first.number, second.number) {
        case (let first?, let second?) where first != second: first < second
        case (_?, nil): true
        case (nil, _?): false
        default: (first.name, first.title, first.record) < (second.name, second.title, second.record)
        }
    }

    package subscript(record: RecordID) -> LibraryDocument? { places[record].map { documents[$0] } }

    package subscript(number: DocumentNumber) -> LibraryDocument? { byNumber[number].map { documents[$0] } }

    /// By number in whatever spelling, by title letter by letter, or by record id.
    package func document(named name: String) -> LibraryDocument? {
        if let number = DocumentNumber(name), let found = self[number] { return found }
        if let record = RecordID(name), let found = self[record] { return found }
        return documents.first { $0.written == name } ?? documents.first { $0.title == name }
    }

    /// What a paper names, by the kind of relation, then by number.
    package func references(of document: RecordID) -> [Reference] {
        ordered((outgoing[document] ?? []).filter { $0.to != nil }) { $0.to }
    }

    /// What names a paper.
    package func citations(of document: RecordID) -> [Reference] {
        ordered(incoming[document] ?? []) { $0.from }
    }

    /// How many papers stand in relation to one.
    package func citationCount(of document: RecordID) -> Int { Set((incoming[document] ?? []).map(\.from)).count }

    /// The actions of plans for which a paper is evidence.
    package func actions(of document: RecordID) -> [RecordID] {
        (outgoing[document] ?? []).compactMap(\.action)
    }

    private func ordered(
        _ relations: [LibraryRelation], _ end: (LibraryRelation) -> RecordID?
    ) -> [Reference] {
        relations.map { Reference(relation: $0, document: end($0).flatMap { self[$0] }) }.sorted { first, second in
            let (left, right) = (
                first.document.flatMap { places[$0.record] }, second.document.flatMap { places[$0.record] }
            )
            return (first.relation.kind, left ?? .max, first.relation.record)
                < (second.relation.kind, right ?? .max, second.relation.record)
        }
    }

    /// A paper with all its revisions, oldest first: by their numbers, and by what revises what where numbers say nothing.
    package func chain(of document: LibraryDocument) -> [LibraryDocument] {
        var members: Set<RecordID> = [document.record]
        var waiting = [document]
        while let next = waiting.popLast() {
            var found: [RecordID] = []
            if let number = next.number {
                found += documents.filter { $0.number?.isRevision(of: number) == true }.map(\.record)
            }
            for relation in relations where relation.kind == "revises" {
                if relation.from == next.record, let to = relation.to { found.append(to) }
                if relation.to == next.record { found.append(relation.from) }
            }
            for record in found where members.insert(record).inserted {
                if let document = self[record] { waiting.append(document) }
            }
        }
        return members.compactMap { self[$0] }.sorted { first, second in
            if let one = first.number, let other = second.number, one.isRevision(of: other), one != other {
                return one < other
            }
            let unknown = CalendarDate(daysSinceEpoch: .min / 2)
            return (first.dated?.start ?? unknown, places[first.record] ?? 0)
                < (second.dated?.start ?? unknown, places[second.record] ?? 0)
        }
    }

    /// Papers that texts name, or lists, and the library does not hold, the most named first.
    package var missing: [Missing] {
        let open = relations.filter { relation in
            relation.to.map { self[$0]?.standing != .held } == true
        }
        let named = Dictionary(grouping: open) { $0.to }.map { to, relations in
            Missing(document: to.flatMap { self[$0] }, cited: ordered(relations) { $0.from })
        }
        let titled = documents.filter { $0.isOnlyTitled && incoming[$0.record] == nil }.map {
            Missing(document: $0, cited: [])
        }
        return (named + titled).sorted { first, second in
            let names = (first.document?.name ?? "", second.document?.name ?? "")
            return first.mentions == second.mentions ? names.0 < names.1 : first.mentions > second.mentions
        }
    }
}
