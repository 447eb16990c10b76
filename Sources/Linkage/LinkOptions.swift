/// What a person may say about a run beside the roles; everything has a default.
package struct LinkOptions: Sendable {
    /// Probability from which two records count as one person.
    package var threshold: Double
    /// Whether each record has at most one partner in the other file.
    package var isOneToOne: Bool
    /// Work and memory for the search; found from the number of records where nil.
    package var limits: PairingLimits?
    /// Pairs of records that somebody knows to be two persons, or one.
    package var rules: GroupingRules
    /// Probability that any two records are one person, before anything of them is compared; estimated where nil.
    package var prior: Double?

    /// The threshold at which a link is as likely right as wrong, so that counts of persons are not biased.
    package static let defaultThreshold = 0.5

    /// The defaults, unless said otherwise.
    package init(
        threshold: Double = LinkOptions.defaultThreshold, isOneToOne: Bool = false, limits: PairingLimits? = nil,
        rules: GroupingRules = GroupingRules(), prior: Double? = nil
    ) {
        self.threshold = threshold
        self.isOneToOne = isOneToOne
        self.limits = limits
        self.rules = rules
        self.prior = prior
    }
}
