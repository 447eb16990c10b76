/// Asks of a model whether it has an answer, and fits it where it has; its memory serves model after model.
struct ModelFitter: ~Copyable {
    private var fitter: LogLinearFitter
    private var check = ExistenceCheck()
    private var design = SparseDesign()

    init(lists: Int) { fitter = LogLinearFitter(lists: lists) }

    mutating func existence(_ interactions: [ListSet], on counts: CellCounts) -> Existence {
        design.set(interactions, on: counts)
        return check.existence(of: design, on: counts)
    }

    /// - Parameter offset: As of ``LogLinearFitter/fit(_:to:offset:)``.
    /// - Returns: No fit where the model has no answer.
    mutating func fit(
        _ interactions: [ListSet], to counts: CellCounts, offset: [Double] = []
    ) -> (existence: Existence, fit: CellFit?) {
        let found = existence(interactions, on: counts)
        return (found, found == .fine ? fitter.fit(design, to: counts, offset: offset) : nil)
    }

    /// By history: the expected counts of the last fit.
    var expected: [Double] { fitter.expected }

    /// As of ``LogLinearFitter/expectedOverlaps(_:)``.
    mutating func expectedOverlaps(_ read: (UnsafeMutableBufferPointer<Double>) -> Void) {
        fitter.expectedOverlaps(read)
    }
}
