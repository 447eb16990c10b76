// The audit: everything that can be concluded on withheld cells from everything published.
//
// Goals, in order: (1) sound: an interval never excludes the truth, and no cell is called safe by a solver's word alone
// where whole solutions can show it; (2) says why: the equation that pins; (3) fast: equations one by one first, then
// independent blocks, then one linear program a block that keeps its place between solves.
// Source: the attacker's problem of M. Fischetti, J. J. Salazar, "Models and algorithms for the 2-dimensional cell
// suppression problem in statistical disclosure control", Mathematical Programming 84 (1999).

struct Attack {
    /// An equation that the others or the bounds contradict, and by how much at least.
    struct Conflict: Hashable {
        let row: Int
        let amount: Int
    }

    /// Steps taken, alike on every machine: what tests hold down instead of seconds.
    struct Work: Hashable {
        var equationVisits = 0
        var solves = 0
        var simplexSteps = 0
        var blocks = 0
        var largestBlock = 0
    }

    struct Outcome {
        /// By cell. Where `isComplete`, exactly what the attacker can conclude; else at least so wide.
        var lower: [Int]
        var upper: [Int]
        var isComplete: [Bool]
        /// Cells for which neither wide nor narrow could be shown within the limits on work.
        var undecided: [Int] = []
        var conflicts: [Conflict] = []
        /// The equations that together pin a cell that is not as wide as required.
        var pins: [Int: [Int]] = [:]
        var work = Work()

        func interval(_ cell: Int) -> Interval {
            Interval(lower: lower[cell], upper: upper[cell] >= AdditiveSystem.unbounded ? nil : upper[cell])
        }

        func isExact(_ cell: Int) -> Bool { lower[cell] == upper[cell] }
    }

    let system: AdditiveSystem
    /// Blocks of more cells than this may have cells called open on the strength of solutions in reals.
    var wholeUpTo = BlockAttack.cellsForIntervals
    /// Whether both ends of the intervals of small blocks are asked for, not only whether they are wide enough.
    var measuresEnds = true
    /// In steps of the solver times size of the block: half a minute to a minute on one core.
    var workAtMost = 2e9

    /// - Parameters:
    ///   - truth: The values of all cells where the caller knows them: a first solution, not a hint to the
    ///     attacker. It must obey all equations and bounds.
    ///   - witnesses: Further solutions as differences from `truth`; each is added up here before it counts.
    func run(truth: [Int]? = nil, witnesses: [Witness] = []) -> Outcome {
        let reach = truth.map { WitnessCheck(system, truth: $0, witnesses: witnesses) }
        var dropped = [Bool](repeating: false, count: system.equations.count)
        var conflicts = conflictsAmongPublished(&dropped)
        while true {
            var propagation = BoundPropagation(system)
            if let conflict = propagation.run(without: dropped) {
                dropped[conflict.row] = true
                conflicts.append(Conflict(row: conflict.row, amount: conflict.amount))
                continue
            }
            var outcome = Outcome(
                lower: propagation.lower, upper: propagation.upper,
                isComplete: Array(repeating: true, count: system.count))
            outcome.work.equationVisits = propagation.visits
            let contradictions = attackBlocks(&outcome, dropped: dropped, reach: reach)
            guard contradictions.isEmpty else {
                for conflict in contradictions { dropped[conflict.row] = true }
                conflicts += contradictions
                continue
            }
            notePins(&outcome, propagation)
            outcome.conflicts = conflicts
            return outcome
        }
    }

    /// Equations whose members are all published, or that no values within the first bounds satisfy.
    private func conflictsAmongPublished(_ dropped: inout [Bool]) -> [Conflict] {
        var conflicts: [Conflict] = []
        let equations = system.equations
        for row in 0..<equations.count {
            var sum = equations.sums[row]
            var isPublished = true
            for member in equations.members(of: row) where isPublished {
                let cell = Int(equations.columns[member])
                isPublished = system.isFixed(cell)
                sum -= Int(equations.signs[member]) * system.lower[cell]
            }
            if isPublished, sum != 0 {
                dropped[row] = true
                conflicts.append(Conflict(row: row, amount: abs(sum)))
            }
        }
        return conflicts
    }

    private func attackBlocks(_ outcome: inout Outcome, dropped: [Bool], reach: WitnessCheck?) -> [Conflict] {
        let blocks = Block.split(system.equations, lower: outcome.lower, upper: outcome.upper, dropped: dropped)
        outcome.work.blocks = blocks.count
        var contradictions: [Conflict] = []
        for block in blocks where block.equations.count > 0 {
            outcome.work.largestBlock = max(outcome.work.largestBlock, block.cells.count)
            guard block.cells.contains(where: { system.required[$0] > 0 }) else { continue }
            let attack = BlockAttack(
                block: block, lower: outcome.lower, upper: outcome.upper, wholeUpTo: wholeUpTo,
                workAtMost: workAtMost)
            if let reach {
                attack.takePoint(reach.truth, low: reach.low, high: reach.high)
            } else if !attack.findPoint() {
                contradictions += Contradiction(block, lower: attack.lowNow, upper: attack.highNow).conflicts()
                continue
            }
            attack.settleAll(required: block.cells.map { system.required[$0] }, measuresEnds: measuresEnds)
            note(attack, in: &outcome)
        }
        return contradictions
    }

    private func note(_ attack: BlockAttack, in outcome: inout Outcome) {
        outcome.work.solves += attack.program.solves
        outcome.work.simplexSteps += attack.program.steps
        for (place, cell) in attack.block.cells.enumerated() where system.required[cell] > 0 {
            let required = system.required[cell]
            let isComplete =
                attack.wholeLow[place] == attack.outerLow[place]
                && (attack.wholeHigh[place] == attack.outerHigh[place]
                    || attack.outerHigh[place] >= AdditiveSystem.unbounded)
            let isWide = attack.outerWidth(place) >= required && attack.isSettled(place, required: required)
            outcome.isComplete[cell] = isComplete
            if isComplete || !isWide {
                outcome.lower[cell] = attack.outerLow[place]
                outcome.upper[cell] = attack.outerHigh[place]
                if !isWide, attack.outerWidth(place) >= required { outcome.undecided.append(cell) }
            } else {
                outcome.lower[cell] = Int((attack.reachedLow[place] - BlockAttack.noise).rounded(.up))
                outcome.upper[cell] = Int((attack.reachedHigh[place] + BlockAttack.noise).rounded(.down))
            }
            if !isWide { outcome.pins[cell] = attack.pins[place] }
        }
    }

    private func notePins(_ outcome: inout Outcome, _ propagation: BoundPropagation) {
        for cell in 0..<system.count where outcome.upper[cell] - outcome.lower[cell] < system.required[cell] {
            let rows = [propagation.lowerPin[cell], propagation.upperPin[cell]].filter { $0 >= 0 }.map(Int.init)
            if outcome.pins[cell] == nil, !rows.isEmpty { outcome.pins[cell] = Array(Set(rows)).sorted() }
        }
    }
}
