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

    var mirrored: Witness {
        var mirrored = self
        for place in deviations.indices { mirrored.deviations[place] = -deviations[place] }
        return mirrored
    }
}
