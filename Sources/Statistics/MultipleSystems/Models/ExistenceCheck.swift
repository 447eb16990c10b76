import NumericMethods

/// Finds out, before anything is fitted, whether a model has an answer for a table.
///
/// The answer depends only on which counts are zero. A finite estimate exists exactly where no combination of the terms
/// is 0 on every history that somebody has, nowhere negative and somewhere positive on the others (Fienberg, Rinaldo
/// 2012, Maximum likelihood estimation in log-linear models, Annals of Statistics 40, 996–1023). Where the histories that
/// somebody has determine all terms, no combination but zero is 0 on them: the estimate exists and is identified, and no
/// linear program is needed. Otherwise one of only as many equations as terms are undetermined decides.
struct ExistenceCheck {
    private var binary = BinaryRank()

    mutating func existence(of design: SparseDesign, on counts: CellCounts) -> Existence {
        if isDetermined(design, counts) { return .fine }
        let terms = design.terms.count
        let seen = counts.seen.filter { design.isOpen[$0] > 0 }.map { design.numbers($0) }
        let undetermined = RowReduction(seen, columns: terms).kernel()
        if undetermined.isEmpty { return .fine }
        let unseen = design.isOpen.indices.filter { design.isOpen[$0] > 0 && counts.counts[$0] == 0 }
        let products = Set(unseen.map { history in undetermined.map { product(history, $0, design) } })
        let rank = RowReduction(Array(products), columns: undetermined.count).rank
        return Existence(
            exists: PositiveCombination.exists(of: Array(products)), isIdentified: rank == undetermined.count)
    }

    /// Exact where it says yes.
    private mutating func isDetermined(_ design: SparseDesign, _ counts: CellCounts) -> Bool {
        guard design.terms.count <= BinaryRank.mostColumns else { return false }
        binary.removeAll()
        for history in counts.seen where design.isOpen[history] > 0 {
            binary.add(design.row(history))
            if binary.rank == design.terms.count { return true }
        }
        return false
    }

    private func product(_ history: Int, _ vector: [Double], _ design: SparseDesign) -> Double {
        let sum = zip(design.terms, vector).reduce(0) { history & $1.0.bits == $1.0.bits ? $0 + $1.1 : $0 }
        return abs(sum) < RowReduction.tolerance ? 0 : sum
    }
}
