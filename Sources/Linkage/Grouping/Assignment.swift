/// One-to-one assignment of the records of two sources, each without duplicates.
enum Assignment {
    /// Pairs of places with the largest sum of links; nil where the part is not of two unique sources.
    ///
    /// - Parameter links: Square of the part's size; only positive links are used.
    static func ofTwoSources(_ part: [Int], _ source: [UInt8], _ unique: Set<Int>, _ links: [Float]) -> [[Int]]? {
        let sources = Set(part.map { Int(source[$0]) })
        guard sources.count == 2, sources.isSubset(of: unique), let first = sources.min() else { return nil }
        let rows = part.indices.filter { Int(source[part[$0]]) == first }
        let columns = part.indices.filter { Int(source[part[$0]]) != first }
        let isTurned = rows.count > columns.count
        let (short, long) = isTurned ? (columns, rows) : (rows, columns)
        let gains = short.map { one in long.map { other in max(0, Double(links[one * part.count + other])) } }
        return best(gains).enumerated().compactMap { row, column in
            guard let column, gains[row][column] > 0 else { return nil }
            return [short[row], long[column]]
        }
    }

    /// The column of each row with the largest total gain; there are at least as many columns as rows.
    ///
    /// - Source: Kuhn (1955) in the shortest-path form of Jonker, Volgenant (1987).
    static func best(_ gains: [[Double]]) -> [Int?] {
        guard let width = gains.first?.count else { return [] }
        let height = gains.count
        let most = gains.flatMap { $0 }.max() ?? 0
        var rowPrice = [Double](repeating: 0, count: height + 1)
        var columnPrice = [Double](repeating: 0, count: width + 1)
        var rowOf = [Int](repeating: 0, count: width + 1)
        for row in 1...height {
            rowOf[0] = row
            var column = 0
            var least = [Double](repeating: .infinity, count: width + 1)
            var from = [Int](repeating: 0, count: width + 1)
            var isUsed = [Bool](repeating: false, count: width + 1)
            repeat {
                isUsed[column] = true
                let current = rowOf[column]
                var (delta, next) = (Double.infinity, 0)
                for other in 1...width where !isUsed[other] {
                    let cost = most - gains[current - 1][other - 1] - rowPrice[current] - columnPrice[other]
                    if cost < least[other] { (least[other], from[other]) = (cost, column) }
                    if least[other] < delta { (delta, next) = (least[other], other) }
                }
                for other in 0...width {
                    if isUsed[other] {
                        rowPrice[rowOf[other]] += delta
                        columnPrice[other] -= delta
                    } else {
                        least[other] -= delta
                    }
                }
                column = next
            } while rowOf[column] != 0
            while column != 0 {
                rowOf[column] = rowOf[from[column]]
                column = from[column]
            }
        }
        var result = [Int?](repeating: nil, count: height)
        for column in 1...width where rowOf[column] > 0 { result[rowOf[column] - 1] = column - 1 }
        return result
    }
}
