import Access
import Ledger
import Mechanisms
import Synchronization
import Vocabulary

// Goals, in order: (1) what is kept is never behind the ledger, and nobody sees through it what the policy does not let them;
// (2) a plan of thousands of actions is read from the ledger once, and followed from there by what is new (decision 0232);
// (3) memory is bounded by events.

/// The histories of plans, kept in memory, and how plans stood on the days that were asked for.
///
/// It knows nothing of who may read what: ``Registry`` asks the policy first, and says up to which level.
final class PlanShelf: Sendable {
    /// How a plan is looked at: on a day, and up to which level each kind of record.
    struct Glance: Hashable {
        /// Nil for all that there is.
        let day: CalendarDate?
        /// Of the plan itself.
        let ceiling: Sensitivity
        /// By mechanism; records of the others are left out.
        let ceilings: [String: Sensitivity]
    }

    /// What a glance shows.
    struct View: Sendable {
        let records: PlanRecords
        /// Nil where no day was asked for.
        let stand: PlanStand?
    }

    private let ledger: Ledger
    private let inside = Mutex<[RecordID: Kept]>([:])

    /// Events kept of all plans together: about 400 megabytes.
    private static let mostEvents = 400_000
    /// What is further behind is read anew.
    private static let longestTail: Int64 = 50_000

    init(_ ledger: Ledger) { self.ledger = ledger }

    /// - Returns: Nil where the plan was not in force on the day.
    /// - Throws: The ledger's or the store's failure.
    func view(of plan: RecordID, _ glance: Glance, _ book: Book) throws -> View? {
        try kept(plan) { $0.view(glance, book) }
    }

    /// What the actions of the plan owe on the day of a glance, whosever it is; none where it is not in force on it.
    ///
    /// - Throws: As ``view(of:_:_:)``.
    func debts(of plan: RecordID, _ glance: Glance, _ book: Book) throws -> [Obligation] {
        try kept(plan) { $0.debts(glance, book) }
    }

    private func kept<Value: Sendable>(_ plan: RecordID, _ look: (inout Kept) -> Value) throws -> Value {
        try inside.withLock { shelf in
            var kept = try followed(shelf[plan], plan) ?? Kept(plan, ledger)
            defer { shelf[plan] = kept }
            if shelf[plan] == nil, shelf.values.map(\.events).reduce(kept.events, +) > PlanShelf.mostEvents {
                shelf = [:]
            }
            return look(&kept)
        }
    }

    /// With whatever the ledger says since; nil where the plan has to be read anew.
    private func followed(_ kept: Kept?, _ plan: RecordID) throws -> Kept? {
        guard var kept else { return nil }
        let end = try ledger.position().sequence
        guard end > kept.seen else { return kept }
        guard end - kept.seen <= PlanShelf.longestTail else { return nil }
        try ledger.events(from: kept.seen + 1, through: end) { event in
            kept.take(event, of: plan)
            return true
        }
        kept.seen = end
        return kept.isWhole ? kept : nil
    }
}

/// The events of one plan and of whatever belongs to it, up to a place of the ledger.
private struct Kept {
    var seen: Int64
    var own: [Event]
    var linked: [RecordID: [Event]]
    /// By how they are looked at; nil inside where the plan was not in force.
    private var views: [PlanShelf.Glance: PlanShelf.View?] = [:]
    private var debts: [PlanShelf.Glance: [Obligation]] = [:]

    /// Views kept of one plan.
    private static let mostViews = 6

    /// False where a record came over from another plan: what it was there is not here.
    private(set) var isWhole = true

    var events: Int { own.count + linked.values.reduce(0) { $0 + $1.count } }

    init(_ plan: RecordID, _ ledger: Ledger) throws {
        let (own, linked, through) = try ledger.histories(linkedTo: plan, by: "plan")
        (seen, self.own) = (through, own)
        self.linked = Dictionary(
            linked.compactMap { events in events.first.map { ($0.draft.record, events) } },
            uniquingKeysWith: { first, _ in first })
    }

    mutating func take(_ event: Event, of plan: RecordID) {
        let draft = event.draft
        // What was looked at stands in the ledger too, and changes nothing.
        guard draft.mechanism != LedgerEvent.mechanism else { return }
        if draft.record == plan {
            own.append(event)
        } else if let field = draft.changes["plan"], field != .link(plan) {
            guard linked.removeValue(forKey: draft.record) != nil else { return }
        } else if linked[draft.record] != nil || draft.changes["plan"] == .link(plan) {
            if linked[draft.record] == nil, draft.version > 1 { isWhole = false }
            linked[draft.record, default: []].append(event)
        } else {
            return
        }
        (views, debts) = ([:], [:])
    }

    mutating func view(_ glance: PlanShelf.Glance, _ book: Book) -> PlanShelf.View? {
        if let view = views[glance] { return view }
        if views.count >= Kept.mostViews { (views, debts) = ([:], [:]) }
        let view = made(glance, book)
        views[glance] = .some(view)
        return view
    }

    mutating func debts(_ glance: PlanShelf.Glance, _ book: Book) -> [Obligation] {
        if let debts = debts[glance] { return debts }
        guard let day = glance.day, let view = view(glance, book) else { return [] }
        let debts = PlanDebts(day: day).obligations(of: view.records)
        self.debts[glance] = debts
        return debts
    }

    private func made(_ glance: PlanShelf.Glance, _ book: Book) -> PlanShelf.View? {
        guard let mechanism = book.mechanism("plan") else { return nil }
        var fields: [String: Set<String>?] = [:]
        for (name, ceiling) in glance.ceilings {
            guard let mechanism = book.mechanism(name) else { continue }
            fields.updateValue(PlanRecords.History.shown(of: mechanism, upTo: ceiling), forKey: name)
        }
        let histories = linked.values.compactMap { events -> PlanRecords.History? in
            guard let name = events.first?.draft.mechanism, let shown = fields[name] else { return nil }
            return PlanRecords.History(events, showing: shown)
        }
        let own = PlanRecords.History(own, showing: PlanRecords.History.shown(of: mechanism, upTo: glance.ceiling))
        return PlanRecords(plan: own, histories: histories, asOf: glance.day).map { records in
            PlanShelf.View(records: records, stand: glance.day.map { PlanStand(records, on: $0) })
        }
    }
}
