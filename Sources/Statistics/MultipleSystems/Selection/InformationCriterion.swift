/// How models of one table are ranked by fit and size: the smaller, the better. Both count terms of minus infinity.
package enum InformationCriterion: Sendable, Hashable, CaseIterable {
    /// Parameters times the logarithm of the registered persons: small models.
    case bayes
    /// Two for each parameter, whatever the number of persons: larger models.
    case akaike

    /// A fit's value.
    package func value(_ fit: FittedModel.Fit) -> Double {
        switch self {
        case .bayes: fit.bayes
        case .akaike: fit.akaike
        }
    }

    /// - Parameter persons: On at least one list.
    func value(_ fit: CellFit, persons: Double) -> Double {
        switch self {
        case .bayes: fit.bayes(persons: persons)
        case .akaike: fit.akaike
        }
    }
}
