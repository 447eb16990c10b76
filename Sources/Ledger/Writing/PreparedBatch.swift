import Mechanisms

/// Groups of events whose bodies are encoded and whose identities are sealed: what can be done outside a transaction.
struct PreparedBatch: Sendable {
    var drafts: [EventDraft] = []
    /// Which drafts belong together; in the order in which they were given.
    var groups: [Range<Int>] = []
    /// All bodies one after the other, and where each ends.
    var bodies: [UInt8] = []
    var bodyEnds: [Int] = []
    /// Tokens of the identities in a draft, by its place.
    var tokens: [Int: [BlindIndex.Token]] = [:]
    /// Groups that cannot be written, by their place.
    var refused: [Int: LedgerFailure] = [:]

    func body(_ place: Int) -> Range<Int> { (place == 0 ? 0 : bodyEnds[place - 1])..<bodyEnds[place] }
}
