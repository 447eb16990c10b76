/// Trafficking and smuggling are never in one figure; which of the two is meant is said.
package enum PhenomenonScope: String, Sendable, CaseIterable, Hashable {
    /// Everything but what is qualified as smuggling alone. What is undetermined or not reported stays in: the record was
    /// made because somebody saw signs of trafficking.
    case trafficking
    /// What is qualified as smuggling, or as both.
    case smuggling
}
