import Vocabulary

/// The stated protection of a release.
package struct ProtectionRule: Hashable, Sendable {
    /// Counts from 1 to one below it are withheld.
    package let threshold: Int
    /// Withhold zeros too.
    package let protectsZeros: Bool
    /// The narrowest interval of values that a withheld cell may be pinned to, as upper end minus lower end.
    package let minimumWidth: Int
    /// Withhold a cell that holds all of a whole too: everybody known to be in the whole would be known to be in it.
    /// Zeros may then be withheld beside it.
    package let protectsGroups: Bool
    /// Name of the dimension whose categories are contributors that know their own cells (reporting organisations);
    /// each of them then is an attacker of its own. Nil where nobody but the office knows more than is published.
    package let contributors: String?

    package init(
        threshold: Int = CountThreshold.usual, protectsZeros: Bool = false, minimumWidth: Int? = nil,
        protectsGroups: Bool = false, contributors: String? = nil
    ) {
        self.threshold = threshold
        self.protectsZeros = protectsZeros
        self.minimumWidth = minimumWidth ?? max(1, threshold - 1)
        self.protectsGroups = protectsGroups
        self.contributors = contributors
    }

    /// Whether the count alone calls for withholding.
    package func isPrimary(_ count: Int) -> Bool {
        count == 0 ? protectsZeros : count > 0 && count < threshold
    }

    /// Whether a zero may be withheld at all; where it may not, the reader knows that a withheld cell is 1 at least.
    package var mayWithholdZeros: Bool { protectsZeros || protectsGroups }
}
