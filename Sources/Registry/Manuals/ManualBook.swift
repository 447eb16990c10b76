import Ledger
import Mechanisms
import Vocabulary

// Goals, in order: (1) no word of an edition without the proposal that it comes from; (2) an edition reads the same for
// ever; (3) nothing is kept twice: an edition is a place in the ledger (decision 0259).

/// A manual with its editions and all that was proposed for it.
struct ManualBook {
    /// An edition that was issued.
    struct Edition {
        let number: String
        let day: CalendarDate
        /// Its place in the ledger: what was accepted by then is in it.
        let position: Int64
    }

    /// A proposal, and the place in the ledger at which it was accepted.
    struct Proposal {
        let state: RecordState
        /// Nil for one that was not.
        let acceptedAt: Int64?

        var section: String { state.text("section") ?? "" }
    }

    let manual: RecordState
    /// In the order in which they were issued.
    let editions: [Edition]
    /// In the order in which they were accepted, those that were not at the end.
    let proposals: [Proposal]

    /// The sections of an edition, each by the proposal that it comes from.
    func sections(of edition: Edition) -> [Proposal] {
        var sections: [String: Proposal] = [:]
        for proposal in proposals {
            guard let place = proposal.acceptedAt, place <= edition.position else { continue }
            sections[proposal.section] = proposal.state.text("text") == nil ? nil : proposal
        }
        return sections.values.sorted { SectionNumber($0.section) < SectionNumber($1.section) }
    }

    /// The edition of a day; nil before the first one.
    func edition(on day: CalendarDate) -> Edition? { editions.last { $0.day <= day } }

    /// The first edition that has a proposal in it.
    func edition(carrying proposal: Proposal) -> Edition? {
        proposal.acceptedAt.flatMap { place in editions.first { $0.position >= place } }
    }
}

/// The number of a section in the order of readers: 9 before 10, 10 before 10.1.
private struct SectionNumber: Comparable {
    private let parts: [(number: Int, text: String)]

    init(_ text: String) {
        parts = text.split(separator: ".").map { (Int($0) ?? Int.max, String($0)) }
    }

    static func == (left: SectionNumber, right: SectionNumber) -> Bool { !(left < right) && !(right < left) }

    static func < (left: SectionNumber, right: SectionNumber) -> Bool {
        left.parts.lexicographicallyPrecedes(right.parts) { ($0.number, $0.text) < ($1.number, $1.text) }
    }
}

extension Registry {
    /// Manuals that are kept, with what the one who asks may read of them, by title.
    func manualBooks(_ asking: Asking) throws -> [ManualBook] {
        let proposals = try readable("amendment-proposal", asking).map { state in
            ManualBook.Proposal(
                state: state,
                acceptedAt: try ledger.history(of: state.record).first { $0.draft.state == "accepted" }?.sequence)
        }
        let byManual = Dictionary(grouping: proposals) { $0.state.link("manual") }
        let manuals = try readable("manual", asking).filter { $0.state == "kept" }
        return try manuals.sorted { ($0.text("title") ?? "", $0.record) < ($1.text("title") ?? "", $1.record) }.map {
            manual in
            let own = byManual[manual.record] ?? []
            return ManualBook(
                manual: manual, editions: try editions(of: manual.record),
                proposals: own.sorted {
                    ($0.acceptedAt ?? .max, $0.state.record) < ($1.acceptedAt ?? .max, $1.state.record)
                })
        }
    }

    private func editions(of manual: RecordID) throws -> [ManualBook.Edition] {
        try ledger.history(of: manual).compactMap { event in
            guard case .text(let number)? = event.draft.changes["edition"],
                case .period(let day)? = event.draft.changes["issued-on"]
            else { return nil }
            return ManualBook.Edition(number: number, day: day.start, position: event.sequence)
        }
    }
}
