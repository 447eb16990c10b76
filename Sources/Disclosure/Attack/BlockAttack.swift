/// The attack on one block: for each cell the least and the greatest value that all equations together leave it.
///
/// Goals, in order: (1) never call a cell safe that is not: a cell is wide only when two whole-number solutions that
/// far apart were found, or, in blocks too large for that, two real ones; (2) few solves: every solution found for one
/// cell widens what is known to be reachable for all others, so most cells need no solve of their own.
final class BlockAttack {
    let block: Block
    /// In blocks of more cells than this, two real solutions far enough apart are taken as proof that a cell is open.
    let wholeUpTo: Int
    /// Steps times size of the block, after which cells not yet settled stay undecided.
    let workAtMost: Double
    /// What is proven to be impossible lies outside of these.
    private(set) var outerLow: [Int]
    private(set) var outerHigh: [Int]
    /// Reached by a solution in reals, and by one in whole numbers.
    private(set) var reachedLow: [Double]
    private(set) var reachedHigh: [Double]
    private(set) var wholeLow: [Int]
    private(set) var wholeHigh: [Int]
    /// Rows of the block that together pin a cell, where a solve found that they do.
    private(set) var pins: [Int: [Int]] = [:]
    let program: LinearProgram

    /// The last solution in whole numbers.
    private(set) var wholePoint: [Int]?
    private(set) var lowNow: [Double]
    private(set) var highNow: [Double]
    private let far: Double

    /// Reals nearer than this to a whole number are that number: data are whole and the matrix holds 1 and -1 only.
    static let tolerance = 1e-6
    /// What the solver's perturbation against cycling may leave on a solution in whole numbers.
    static let noise = 1e-3

    init(block: Block, lower: [Int], upper: [Int], wholeUpTo: Int, workAtMost: Double) {
        self.block = block
        self.wholeUpTo = wholeUpTo
        self.workAtMost = workAtMost
        outerLow = block.cells.map { lower[$0] }
        outerHigh = block.cells.map { upper[$0] }
        reachedLow = Array(repeating: .infinity, count: block.cells.count)
        reachedHigh = Array(repeating: -.infinity, count: block.cells.count)
        wholeLow = Array(repeating: .max, count: block.cells.count)
        wholeHigh = Array(repeating: .min, count: block.cells.count)
        // Beyond every figure that the block could force; a value there means that nothing limits the cell.
        let known = zip(outerLow, outerHigh).reduce(0.0) { sum, bounds in
            sum + (abs(bounds.0) < AdditiveSystem.unbounded ? Double(abs(bounds.0)) : 0)
                + (abs(bounds.1) < AdditiveSystem.unbounded ? Double(abs(bounds.1)) : 0)
        }
        let far = 10 * (1000 + known + block.equations.sums.reduce(0.0) { $0 + Double(abs($1)) })
        self.far = far
        lowNow = outerLow.map { $0 <= -AdditiveSystem.unbounded ? -far : Double($0) }
        highNow = outerHigh.map { $0 >= AdditiveSystem.unbounded ? far : Double($0) }
        program = LinearProgram(equations: block.equations, lower: lowNow, upper: highNow)
    }

    /// Finds a first solution; false where there is none.
    func findPoint() -> Bool {
        guard program.solve(.primal) == .optimal else { return false }
        absorb()
        return true
    }

    /// Takes a solution in whole numbers that the caller knows, of the whole system, and how far others reach.
    func takePoint(_ values: [Int], low: [Int], high: [Int]) {
        wholePoint = block.cells.map { values[$0] }
        for (place, cell) in block.cells.enumerated() {
            reach(place, low[cell])
            reach(place, high[cell])
        }
    }

    private func reach(_ cell: Int, _ value: Int) {
        wholeLow[cell] = min(wholeLow[cell], value)
        wholeHigh[cell] = max(wholeHigh[cell], value)
        reachedLow[cell] = min(reachedLow[cell], Double(value))
        reachedHigh[cell] = max(reachedHigh[cell], Double(value))
    }

    /// Learns from the last solution. Where it is whole but for the solver's noise, the whole numbers are added up
    /// again, exactly: what is called whole here rests on no solver's word.
    func absorb() {
        let solution = program.solution
        var point = [Int](repeating: 0, count: block.cells.count)
        var isWhole = true
        for cell in block.cells.indices {
            let value = solution[cell]
            let nearest = value.rounded()
            reachedLow[cell] = min(reachedLow[cell], value)
            reachedHigh[cell] = max(reachedHigh[cell], value)
            if abs(value - nearest) > Self.noise { isWhole = false }
            point[cell] = Int(nearest)
        }
        guard isWhole, isSolution(point) else { return }
        wholePoint = point
        for (cell, value) in point.enumerated() { reach(cell, value) }
    }

    private func isSolution(_ point: [Int]) -> Bool {
        for (cell, value) in point.enumerated() where value < outerLow[cell] || value > outerHigh[cell] { return false }
        let equations = block.equations
        for row in 0..<equations.count {
            var sum = 0
            for member in equations.members(of: row) {
                sum += Int(equations.signs[member]) * point[Int(equations.columns[member])]
            }
            if sum != equations.sums[row] { return false }
        }
        return true
    }

    /// Width between whole solutions found; -1 before the first.
    func wholeWidth(_ cell: Int) -> Int { wholeLow[cell] == .max ? -1 : wholeHigh[cell] - wholeLow[cell] }

    func reachedWidth(_ cell: Int) -> Double { reachedHigh[cell] - reachedLow[cell] }

    func outerWidth(_ cell: Int) -> Int { outerHigh[cell] - outerLow[cell] }

    /// Solves for the least value of a cell in reals and draws the bound from it.
    func minimise(_ cell: Int) {
        guard let value = optimum(cell, sign: 1) else { return }
        if value > -far / 2 {
            outerLow[cell] = max(outerLow[cell], Int((value - Self.tolerance).rounded(.up)))
        }
    }

    /// Solves for the greatest value of a cell in reals and draws the bound from it.
    func maximise(_ cell: Int) {
        guard let value = optimum(cell, sign: -1) else { return }
        if value < far / 2 {
            outerHigh[cell] = min(outerHigh[cell], Int((value + Self.tolerance).rounded(.down)))
        }
    }

    private func optimum(_ cell: Int, sign: Double) -> Double? {
        program.setCost(cell, sign)
        let verdict = program.solve(.primal)
        defer { program.setCost(cell, 0) }
        guard verdict == .optimal else { return nil }
        absorb()
        notePins(of: cell)
        return program.solution[cell]
    }

    private func notePins(of cell: Int) {
        let prices = program.rowPrices
        let acting = block.rows.indices.filter { abs(prices[$0]) > Self.tolerance }
        if !acting.isEmpty { pins[cell] = acting.map { block.rows[$0] } }
    }

    func narrowNow(_ cell: Int, _ low: Double, _ high: Double) {
        lowNow[cell] = low
        highNow[cell] = high
        program.setBounds(cell, low, high)
    }

    func provedLow(_ cell: Int, _ value: Int) { outerLow[cell] = max(outerLow[cell], value) }
    func provedHigh(_ cell: Int, _ value: Int) { outerHigh[cell] = min(outerHigh[cell], value) }
}
