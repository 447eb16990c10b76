/// How hard a masked code would be to read: section 7.8.3. The mask with the least is taken.
enum QRPenalty {
    static func of(_ matrix: QRMatrix) -> Int {
        let side = matrix.side
        let rows = (0..<side).map { row in (0..<side).map { matrix[row, $0] } }
        let columns = (0..<side).map { column in (0..<side).map { matrix[$0, column] } }
        let lines = (rows + columns).reduce(0) { $0 + runs($1) + finders($1) }
        return lines + blocks(rows) + imbalance(matrix.isDark)
    }

    /// Five alike in a line count three, each further one counts one more.
    private static func runs(_ line: [Bool]) -> Int {
        var (penalty, length) = (0, 1)
        for place in 1..<line.count {
            length = line[place] == line[place - 1] ? length + 1 : 1
            penalty += length == 5 ? 3 : (length > 5 ? 1 : 0)
        }
        return penalty
    }

    private static let finder = [true, false, true, true, true, false, true]
    private static let quiet = [false, false, false, false]

    /// What looks like a finder with light beside it counts forty.
    private static func finders(_ line: [Bool]) -> Int {
        let shapes = [finder + quiet, quiet + finder]
        return (0...line.count - 11).reduce(0) { penalty, start in
            penalty + (shapes.contains { line[start..<start + 11].elementsEqual($0) } ? 40 : 0)
        }
    }

    /// Two by two alike count three.
    private static func blocks(_ rows: [[Bool]]) -> Int {
        (1..<rows.count).reduce(0) { penalty, row in
            penalty
                + 3
                * (1..<rows.count).count { column in
                    let value = rows[row][column]
                    return value == rows[row - 1][column] && value == rows[row][column - 1]
                        && value == rows[row - 1][column - 1]
                }
        }
    }

    /// Ten for each five of a hundred by which the dark ones are more or fewer than half.
    private static func imbalance(_ isDark: [Bool]) -> Int {
        let dark = isDark.count { $0 }
        return abs(dark * 20 - isDark.count * 10) / isDark.count * 10
    }
}
