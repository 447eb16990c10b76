package import Access
package import Disclosure
package import Publication
package import Tables
package import Vocabulary

/// What somebody wants to release: which ready tables, of which period, protected how.
package struct ReleasePlan: Hashable, Sendable {
    /// Names of ready tables, each once.
    package let tables: [String]
    /// Only units of this period; nil for all time.
    package let period: Period?
    /// Counts from 1 to one below it are withheld.
    package let threshold: Int
    package let protectsZeros: Bool

    package init(tables: [String], period: Period?, threshold: Int = CountThreshold.usual, protectsZeros: Bool = false)
    {
        (self.tables, self.period, self.threshold, self.protectsZeros) = (tables, period, threshold, protectsZeros)
    }

    /// Thresholds that are no mistake.
    package static let thresholds = 2...1000
}

/// How far a draft has come.
package enum ReleaseStage: Hashable, Sendable {
    /// Events folded into facts.
    case folding(Int, of: Int)
    /// Tables counted.
    case counting(Int, of: Int)
    /// The gate withholds, and attacks what is left; it cannot say how far it is.
    case protecting(tables: Int, cells: Int)
}

/// What would be the next release: counted, protected, and published to nobody.
package struct ReleaseDraft: Sendable {
    package let plan: ReleasePlan
    /// True figures, for the staff; in the order of `released`.
    package let counted: [CountTable]
    /// What the gate let out of them.
    package let released: [ReleasedTable]
    /// Everything that was released before; the gate protected against it.
    package let earlier: ReleaseHistory

    package init(plan: ReleasePlan, counted: [CountTable], released: [ReleasedTable], earlier: ReleaseHistory) {
        (self.plan, self.counted, self.released, self.earlier) = (plan, counted, released, earlier)
    }

    /// The last event that it rests on: the same draft comes of it again.
    var position: Int64? { released.map(\.provenance.ledgerPosition).max() }
}

/// The one way from a register to a release, for the desk and for the command. Each call blocks; a draft takes minutes.
package protocol ReleasePress: Sendable {
    /// All releases until now, with those withdrawn.
    func history() throws -> ReleaseHistory

    /// Counts and protects; publishes nothing.
    ///
    /// - Parameters:
    ///   - position: The last event that counts, for a draft that is made again; nil for all there are.
    ///   - hear: Told how far it is; where it throws, the draft ends with that.
    /// - Throws: ``Disclosure/DisclosureFailure`` where no protection is possible.
    func draft(
        _ plan: ReleasePlan, through position: Int64?, under grant: Grant, hear: (ReleaseStage) throws -> Void
    ) throws -> ReleaseDraft

    /// Freezes a draft as the next release and lets the public see it.
    ///
    /// - Throws: ``ReleasingRefusal/draftOutdated(number:)`` where another release came in between.
    func publish(_ draft: ReleaseDraft, under grant: Grant) throws -> Release

    /// Takes a release back: it stays where it was frozen, marked, and no page of figures rests on it any more.
    func withdraw(_ number: Int, because reason: String, under grant: Grant) throws
}
