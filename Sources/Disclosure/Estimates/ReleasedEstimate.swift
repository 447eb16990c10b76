/// An estimate that may be published: what ``EstimateGate`` made of ``EstimateFigures``. Nobody else can make one.
///
/// Holds no count of persons on one or several lists, and no list's name.
package struct ReleasedEstimate: Hashable, Sendable {
    /// What one method says: the figure to the nearest ``unit``, the ends of its interval outward.
    package struct Method: Hashable, Sendable {
        package let name: String
        package let persons: Int
        package let lower: Int
        package let upper: Int
        package let unit: Int
    }

    /// The one that is published first, others after it; never empty.
    package let methods: [Method]
    /// Methods whose figures stay inside: they have no interval with an end, or would give an overlap away.
    package let leftOut: [String]
    /// Persons registered, to the nearest ``unit``.
    package let registered: Int
    /// Of the first method.
    package var unit: Int { methods.first?.unit ?? 1 }
    /// Per cent of the intervals.
    package let level: Int
    /// How many lists there were.
    package let lists: Int
    package let light: EstimateFigures.Light
    /// Codes without figures.
    package let reasons: [String]

    init(_ figures: EstimateFigures, methods: [Method], leftOut: [String], registered: Int) {
        (self.methods, self.leftOut, self.registered) = (methods, leftOut, registered)
        (level, lists, light, reasons) = (figures.level, figures.lists.count, figures.light, figures.reasons)
    }
}
