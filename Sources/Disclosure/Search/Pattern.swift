/// Which cells of a release are withheld, and what withholding one more would cost its readers.
struct Pattern: Sendable {
    enum Standing: UInt8, Sendable {
        case published
        /// Because of its own count.
        case primary
        /// Because a primary one could be computed from it.
        case complementary
        /// Because an earlier edition withheld it: printing it now would tell what it was then.
        case held
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
        case .primary, .complementary, .held, .hidden: true
        case .published, .known: false
        }
    }

    /// Readers lose more with a total than with a part, and more with a large count than with a small one.
    ///
    /// - Parameter totals: How many dimensions the cell is a total over.
    static func weight(_ count: Int, totals: Int) -> Double {
        var weight = 1.0
        for _ in 0..<totals { weight *= 1.5 }
        return weight * (1 + Double(String(count).count) / 8)
    }

    /// Blocks of a release up to this size must show whole tables for every cell that is called open.
    private static let cellsForWholeTables = 1500

    /// The attack that a release must withstand.
    func provingAttack(knowing own: [Int] = []) -> Attack {
        var attack = attack(knowing: own)
        attack.wholeUpTo = Self.cellsForWholeTables
        attack.workAtMost = .infinity
        attack.measuresEnds = false
        return attack
    }

    /// What a reader of the release holds in hand, who also knows the values of the cells in `own`.
    func attack(knowing own: [Int] = []) -> Attack {
        var system = AdditiveSystem(cells: counts.count)
        for cell in counts.indices {
            if isOpen(cell) {
                system.lower[cell] = floors[cell]
                system.required[cell] = widths[cell]
            } else {
                system.fix(cell, at: counts[cell])
            }
        }
        for cell in own {
            system.fix(cell, at: counts[cell])
            system.required[cell] = 0
        }
        system.equations = equations
        return Attack(system: system)
    }
}
