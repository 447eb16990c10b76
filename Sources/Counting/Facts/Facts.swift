// Goals, in order: (1) the same events give the same facts, byte for byte, whether folded at once or from a snapshot and
// a tail; (2) no identity is held; (3) 4,000,000 events fold in seconds and fit in memory.
package import Mechanisms
import Vocabulary

/// What the ledger says that can be counted, in columns: folded from events in their order, up to a position.
///
/// A later event on a record replaces the fields it names; a field never named stays “not reported”. Everything is read
/// from the events alone, so any earlier state of knowledge is had by folding up to an earlier ``Horizon``.
package struct Facts: Sendable {
    /// What places in the columns mean.
    package let lists: CountingLists
    /// How much of the ledger was looked at; fixed, for facts of two horizons do not mix.
    package let horizon: Horizon
    /// The last event folded, or passed over as not to be counted; 0 before the first.
    package internal(set) var position: Int64 = 0
    /// Hash of the event at `position` as the ledger has it; empty until ``mark(hash:)``.
    package internal(set) var ledgerHash = ""
    /// Values that did not fit, the first hundred in order.
    package internal(set) var diagnostics: [FoldDiagnostic] = []
    /// How many values did not fit.
    package internal(set) var misfits = 0

    var persons = PersonFacts()
    var organisations = OrganisationFacts()
    var cases = CaseFacts()
    var casePersons = CasePersonFacts()
    var incidents = IncidentFacts()
    var routeLegs = RouteLegFacts()
    var episodes = EpisodeFacts()
    var samePersons = PairFacts()
    var retrafficking = PairFacts()

    /// Facts before the first event.
    package init(lists: CountingLists, horizon: Horizon = .everything) {
        self.lists = lists
        self.horizon = horizon
    }

    /// Folds the next event.
    ///
    /// - Returns: False where the event lies beyond the horizon: nothing changed, and no later event will.
    /// - Throws: ``CountingFailure/eventOutOfOrder(sequence:position:)``.
    @discardableResult
    package mutating func fold(_ event: Event) throws(CountingFailure) -> Bool {
        guard event.sequence > position else {
            throw .eventOutOfOrder(sequence: event.sequence, position: position)
        }
        if let last = horizon.position, event.sequence > last { return false }
        if let moment = horizon.recordedBefore, event.recordedAt >= moment { return false }
        position = event.sequence
        ledgerHash = ""
        if let date = horizon.effectiveOn, event.draft.effective.end > date { return true }
        switch event.draft.mechanism {
        case "person": fold(person: event.draft)
        case "incident": fold(incident: event.draft)
        case "route-leg": fold(routeLeg: event.draft)
        case "status-episode": fold(episode: event.draft)
        case "case": fold(case: event.draft)
        case "case-person": fold(casePerson: event.draft)
        case "organisation": fold(organisation: event.draft)
        case "same-person": fold(samePerson: event.draft)
        case "re-trafficking": fold(retrafficking: event.draft)
        default: break
        }
        return true
    }

    /// Says which hash the ledger has for the event at `position`, so that tables and snapshots can be traced to it.
    package mutating func mark(hash: String) { ledgerHash = hash }

    /// Shows every column of every table.
    mutating func visitColumns(_ visitor: inout some ColumnVisitor) throws(CountingFailure) {
        try persons.visitColumns(&visitor)
        try organisations.visitColumns(&visitor)
        try cases.visitColumns(&visitor)
        try casePersons.visitColumns(&visitor)
        try incidents.visitColumns(&visitor)
        try routeLegs.visitColumns(&visitor)
        try episodes.visitColumns(&visitor)
        try samePersons.visitColumns(&visitor)
        try retrafficking.visitColumns(&visitor)
    }
}
