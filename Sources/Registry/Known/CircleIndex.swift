import Access
import Ledger
import Linkage
import Mechanisms
import Synchronization
import Vocabulary

// Goals, in order: (1) names in memory only, and none of somebody who was erased; (2) as the ledger is at the moment of
// each question, at the cost of what was written since the last one; (3) one thread at a time, for a millisecond.

/// The index of one circle's persons.
final class CircleIndex: Sendable {
    /// A person who may be the one of a question.
    struct Match: Sendable {
        let record: RecordID
        let probability: Double
        let evidence: PairEvidence
    }

    /// How many persons were held when it was made.
    let persons: Int
    /// Whether it holds all of the circle, or the newest as far as memory was given.
    let isWhole: Bool
    private let reach: Reach
    private let inside: Mutex<Inside>

    fileprivate struct Inside {
        /// Nil as long as nobody is in it.
        var index: PersonIndex?
        /// Persons by the number of their record in the index; nil for a place that is nobody's any more.
        var records: [RecordID?]
        var places: [RecordID: Int]
        /// The last event that it knows of.
        var seen: Int64
    }

    /// Beyond so many events since the last question, or persons among them, it is sooner made anew.
    static let longestTail: Int64 = 20_000
    private static let mostTouched = 1000

    /// Reads the names of a circle.
    ///
    /// - Parameters:
    ///   - reach: Over the circle, to search.
    ///   - most: Persons held at most, the newest ones.
    ///   - mayGoOn: Asked between pages.
    /// - Throws: `CancellationError` where it may not, or the ledger's failure.
    init(_ ledger: Ledger, _ reach: Reach, most: Int, mayGoOn: () -> Bool = { true }) throws {
        // What is written from here on is looked at again by the first question.
        let seen = try ledger.position().sequence
        var rows = NamedRows()
        var query = RecordQuery("person", within: reach, limit: 500)
        var isWhole = true
        repeat {
            guard mayGoOn() else { throw CancellationError() }
            let page = try ledger.named(query, opening: ComparedFields.names)
            let room = most - rows.records.count
            for person in page.persons.prefix(room) { try rows.add(person) }
            isWhole = page.persons.count <= room
            query.before = page.next
        } while isWhole && query.before != nil
        (self.reach, persons, self.isWhole) = (reach, rows.records.count, isWhole)
        let table = try rows.finish()
        let records = rows.records
        inside = Mutex(
            Inside(
                index: try table.map { try PersonIndex($0) }, records: records,
                places: Dictionary(
                    records.enumerated().compactMap { place, record in record.map { ($0, place) } },
                    uniquingKeysWith: { first, _ in first }), seen: seen))
    }

    /// Brings it to the end of the ledger; false where it should be made anew for that.
    func catchUp(with ledger: Ledger, _ book: Book) throws -> Bool {
        try inside.withLock { inside in
            let end = try ledger.position().sequence
            guard end > inside.seen else { return true }
            guard end - inside.seen <= CircleIndex.longestTail else { return false }
            let changes = try PersonChanges.all(in: ledger, inside.seen + 1...end, book)
            for person in changes.erased { inside.remove(person) }
            let touched = changes.touched.subtracting(changes.erased)
            guard touched.count <= CircleIndex.mostTouched else { return false }
            let present = try ledger.named(
                touched.sorted(), of: "person", opening: ComparedFields.names, within: reach)
            for person in touched { inside.remove(person) }
            for person in present { try inside.add(person) }
            inside.seen = end
            return true
        }
    }

    /// Whether questions would be answered sooner by a new one.
    var isStale: Bool { inside.withLock { $0.index?.isStale ?? false } }

    /// Pairs compared by all questions so far.
    var comparisons: Int { inside.withLock { $0.index?.comparisons ?? 0 } }

    func matches(_ texts: [String], least: Double, most: Int) -> [Match] {
        inside.withLock { inside in
            guard let found = inside.index?.matches(texts, least: least, most: most) else { return [] }
            return found.compactMap { match in
                inside.records[match.record].map {
                    Match(record: $0, probability: match.probability, evidence: match.evidence)
                }
            }
        }
    }
}

extension CircleIndex.Inside {
    mutating func remove(_ person: RecordID) {
        guard let place = places.removeValue(forKey: person) else { return }
        records[place] = nil
        index?.remove(place)
    }

    mutating func add(_ person: Ledger.Named) throws {
        guard let row = NamedRows.texts(of: person) else { return }
        if index == nil {
            var rows = NamedRows()
            try rows.add(person)
            (index, records) = (try rows.finish().map { try PersonIndex($0) }, rows.records)
            places[person.record] = 0
        } else if let place = index?.add(row) {
            places[person.record] = place
            records.append(person.record)
        }
    }
}

/// Names as they are read, for a table.
private struct NamedRows {
    private(set) var records: [RecordID?] = []
    private var samples: [[String]] = []
    private var builder: TableBuilder?

    /// The texts that are compared; nil where nothing names the person.
    static func texts(of person: Ledger.Named) -> [String]? {
        // What stays sealed is of somebody who was erased.
        guard !person.fields.values.contains(where: { if case .sealed = $0 { true } else { false } }) else {
            return nil
        }
        let texts = ComparedFields.texts { person.fields[$0] }
        return ComparedFields.nameSomebody(texts) ? texts : nil
    }

    mutating func add(_ person: Ledger.Named) throws {
        guard let row = NamedRows.texts(of: person) else { return }
        records.append(person.record)
        if builder != nil {
            builder?.append { row[$0] }
        } else {
            samples.append(row)
            if samples.count == TableBuilder.sampleRows { try begin() }
        }
    }

    private mutating func begin() throws {
        var builder = try ComparedFields.builder(samples: samples)
        for row in samples { builder.append { row[$0] } }
        self.builder = builder
        samples = []
    }

    /// Nil where there is nobody.
    mutating func finish() throws -> RecordTable? {
        guard !records.isEmpty else { return nil }
        if builder == nil { try begin() }
        // A model is learnt from pairs: one person alone gets a record beside them that says nothing.
        if records.count == 1 {
            records.append(nil)
            builder?.append { _ in "" }
        }
        return try builder?.finish()
    }
}
