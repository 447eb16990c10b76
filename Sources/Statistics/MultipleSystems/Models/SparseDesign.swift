import NumericMethods

/// What is left of a model on given counts once its terms of minus infinity are taken out.
///
/// Where the model has a term whose lists share nobody, its best value is minus infinity: the expected count of every
/// history that contains those lists is 0, and term and histories play no further part. That is the extended
/// maximum-likelihood estimate of Chan, Silverman, Vincent (2021), JASA 116(535), 1297–1306, for terms of any order.
struct SparseDesign {
    /// Terms with a finite value, the empty one last.
    private(set) var terms: [ListSet] = []
    /// Interactions of minus infinity.
    private(set) var empty: [ListSet] = []
    /// By history: 1 where it plays a part, 0 where it is ruled out; the history "on no list" is 0.
    private(set) var isOpen: [Double] = []

    /// Takes over a model; the memory is used again.
    mutating func set(_ interactions: [ListSet], on counts: CellCounts) {
        terms.removeAll(keepingCapacity: true)
        empty.removeAll(keepingCapacity: true)
        if isOpen.count != counts.counts.count { isOpen = Array(repeating: 1, count: counts.counts.count) }
        for cell in isOpen.indices { isOpen[cell] = 1 }
        isOpen[0] = 0
        for list in 0..<counts.lists {
            let single = ListSet(bits: 1 << list)
            if counts.overlaps[single.bits] > 0 { terms.append(single) } else { close(single) }
        }
        for term in interactions {
            if counts.overlaps[term.bits] > 0 {
                terms.append(term)
            } else {
                empty.append(term)
                close(term)
            }
        }
        terms.append(.none)
    }

    private mutating func close(_ term: ListSet) {
        for cell in isOpen.indices where cell & term.bits == term.bits { isOpen[cell] = 0 }
    }

    /// Which terms a history has, a bit each; only for at most 128 terms.
    func row(_ history: Int) -> BinaryRank.Row {
        var row = BinaryRank.Row()
        for place in 0..<min(64, terms.count) where history & terms[place].bits == terms[place].bits {
            row.low |= 1 << UInt64(place)
        }
        for place in 64..<max(64, terms.count) where history & terms[place].bits == terms[place].bits {
            row.high |= 1 << UInt64(place - 64)
        }
        return row
    }

    /// The same as numbers, for any number of terms.
    func numbers(_ history: Int) -> [Double] { terms.map { history & $0.bits == $0.bits ? 1 : 0 } }
}
