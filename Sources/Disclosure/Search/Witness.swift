/// A second table with the same published figures, as its differences from the true one: adding it up is all that it
/// takes to see that the cells it moves are open.
struct Witness: Sendable {
    private(set) var cells: [Int32] = []
    /// Beside `cells`, none of them 0.
    private(set) var deviations: [Double] = []

    mutating func append(_ cell: Int, _ deviation: Double) {
        cells.append(Int32(cell))
        deviations.append(deviation)
    }

    /// The same differences, of cells that are numbered otherwise.
    func placed(at numbers: [Int]) -> Witness {
        var placed = self
        placed.cells = cells.map { Int32(numbers[Int($0)]) }
        return placed
    }

    var mirrored: Witness {
        /// The same differences, of cells that are numbered otherwise.
        func placed(at numbers: [Int]) -> Witness {
            var placed = self
            placed.cells = cells.map { Int32(numbers[Int($0)]) }
            return placed
        }

        var mirrored = self
        for place in deviations.indices { mirrored.deviations[place] = -deviations[place] }
        return mirrored
    }
}
