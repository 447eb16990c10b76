import CClp

/// A linear program that stays in memory between solves, so that each solve starts from where the last one ended.
///
/// COIN-OR CLP does the work; nothing else in the house touches it. Columns are whole-number cells seen as reals.
final class LinearProgram {
    enum Verdict { case optimal, infeasible, stopped }
    /// Primal where only costs changed, dual where only bounds did.
    enum Method { case primal, dual }

    let columns: Int
    let rows: Int
    /// Simplex steps so far.
    private(set) var steps = 0
    private(set) var solves = 0
    private let model: UnsafeMutableRawPointer

    /// `upper` may be infinite. All costs are 0 until set.
    init(equations: SparseRows, lower: [Double], upper: [Double]) {
        guard let model = Clp_newModel() else { preconditionFailure("CLP gave no model: memory is used up.") }
        self.model = model
        columns = lower.count
        rows = equations.count
        Clp_setLogLevel(model, 0)
        let byColumn = equations.rowsByColumn(columns: columns)
        var next = byColumn.starts
        var values = [Double](repeating: 0, count: equations.columns.count)
        for row in 0..<equations.count {
            for member in equations.members(of: row) {
                let column = Int(equations.columns[member])
                values[next[column]] = Double(equations.signs[member])
                next[column] += 1
            }
        }
        let sums = equations.sums.map(Double.init)
        Clp_loadProblem(
            model, Int32(columns), Int32(rows), byColumn.starts.map(Int32.init), byColumn.rows, values, lower, upper,
            [Double](repeating: 0, count: columns), sums, sums)
    }

    deinit { Clp_deleteModel(model) }

    func setBounds(_ column: Int, _ lower: Double, _ upper: Double) {
        Clp_columnLower(model)[column] = lower
        Clp_columnUpper(model)[column] = upper
    }

    func setCost(_ column: Int, _ cost: Double) { Clp_objective(model)[column] = cost }

    /// Minimises the costs.
    func solve(_ method: Method) -> Verdict {
        solves += 1
        var status: Int32 =
            switch method {
            case .primal: Clp_primal(model, 0)
            case .dual: Clp_dual(model, 0)
            }
        steps += Int(Clp_numberIterations(model))
        if status > 2 || status < 0 {
            // Numerical trouble: once more from nothing by the other way, before saying so.
            status = Clp_initialSolve(model)
            steps += Int(Clp_numberIterations(model))
        }
        return switch status {
        case 0: .optimal
        case 1: .infeasible
        default: .stopped
        }
    }

    var objective: Double { Clp_objectiveValue(model) }

    /// Values of the columns after the last solve, valid until the next one.
    var solution: UnsafeBufferPointer<Double> {
        UnsafeBufferPointer(start: Clp_getColSolution(model), count: columns)
    }

    /// What one more in the sum of each row would add to the objective.
    var rowPrices: UnsafeBufferPointer<Double> {
        UnsafeBufferPointer(start: Clp_getRowPrice(model), count: rows)
    }
}
