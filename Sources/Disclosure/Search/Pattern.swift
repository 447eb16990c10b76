/// Which cells of a release are withheld, and what withholding one more would cost its readers.
struct Pattern: Sendable {
    enum Standing: UInt8, Sendable {
        case published
        /// Because of its own count.
        case primary
        /// Because a primary one could be computed from it.
        case complementary
        /// Never printed by anybody, but bound by the equations: the change between two editions, a margin left out.
        case hidden
        /// Known to the reader whatever the gate does: zeros that may not be withheld, figures published earlier.
        case known
    }

    /// True values.
    let counts: [Int]
    /// The least that a reader knows a cell to be before reasoning, were it withheld.
    let floors: [Int]
    /// Loss of readers were the cell withheld; more than 0.
    let weights: [Double]
    /// Width that the interval of a cell must keep if it is withheld (or hidden and small); 0 where it need not.
    let widths: [Int]
    let equations: SparseRows
    var standings: [Standing]

    func isOpen(_ cell: Int) -> Bool {
        switch standings[cell] {
        case .primary, .complementary, .hidden: true
        case .published, .known: false
        }
    }

    /// What a reader of the release holds in hand.
    var attack: Attack {
        var system = AdditiveSystem(cells: counts.count)
        for cell in counts.indices {
            if isOpen(cell) {
                system.lower[cell] = floors[cell]
                system.required[cell] = widths[cell]
            } else {
                system.fix(cell, at: counts[cell])
            }
        }
        system.equations = equations
        return Attack(system: system)
    }
}
