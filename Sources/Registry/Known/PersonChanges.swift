import Ledger
import Mechanisms
import Vocabulary

/// What a stretch of the ledger did to persons: whose names may be others now, who may have come into somebody's reach,
/// and who was erased.
struct PersonChanges {
    /// Persons to be looked at again.
    private(set) var touched: Set<RecordID> = []
    private(set) var erased: Set<RecordID> = []
    private let book: Book
    /// Mechanisms on whose records a standing rests: one is given, or taken back, without an event of the other.
    private let basic: Set<String>
    /// Records that give others a standing, and records that such standings rest on.
    private var givers: Set<RecordID> = []
    private var bases: Set<RecordID> = []

    private init(_ book: Book) {
        self.book = book
        basic = Set(
            book.mechanisms.flatMap { mechanism in
                mechanism.standings.compactMap { standing -> String? in
                    guard case .onBasis(_, let consent) = standing.rests else { return nil }
                    return mechanism.field(consent)?.linkedMechanism
                }
            })
    }

    /// - Parameter positions: The first and the last event.
    /// - Throws: The ledger's or the store's failure.
    static func all(in ledger: Ledger, _ positions: ClosedRange<Int64>, _ book: Book) throws -> PersonChanges {
        var changes = PersonChanges(book)
        try ledger.events(from: positions.lowerBound, through: positions.upperBound) { event in
            changes.note(event.draft)
            return true
        }
        try changes.follow(ledger)
        return changes
    }

    private mutating func note(_ draft: EventDraft) {
        if draft.mechanism == LedgerEvent.mechanism {
            if draft.kind == LedgerEvent.erase { erased.insert(draft.record) }
            return
        }
        guard let mechanism = book.mechanism(draft.mechanism) else { return }
        if mechanism.subject == .itself { touched.insert(draft.record) }
        if !mechanism.standings.flatMap(\.toLinked).isEmpty { givers.insert(draft.record) }
        if basic.contains(mechanism.name) { bases.insert(draft.record) }
    }

    /// From records that give standings to the persons to whom they give them.
    private mutating func follow(_ ledger: Ledger) throws {
        for base in bases { givers.formUnion(try ledger.records(pointingTo: base).map(\.record)) }
        for giver in givers {
            guard let state = try ledger.record(giver), let mechanism = book.mechanism(state.mechanism) else {
                continue
            }
            for field in Set(mechanism.standings.flatMap(\.toLinked)) {
                touched.formUnion(state.fields[field]?.linked ?? [])
            }
        }
    }
}
