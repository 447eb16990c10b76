import Intake
import Registry
import Vocabulary

/// A list that was read, on its way into a register row by row: what every command that takes in such a list does.
struct RowList {
    private let count: Int
    private let findings: [Finding]
    private let take: (RowByRow) throws -> (entered: Int, findings: [Finding])

    /// - Parameters:
    ///   - read: The rows that can be read, and what is to be said of the others.
    ///   - take: Takes rows in, each by itself; says how many were new, and what is wrong with others.
    init<Row>(
        _ read: (rows: [Row], findings: [Finding]),
        _ take: @escaping (RowByRow, [Row]) throws -> (entered: Int, findings: [Finding])
    ) {
        (count, findings) = (read.rows.count, read.findings)
        self.take = { try take($0, read.rows) }
    }

    /// Takes the list in, and says what became of it.
    ///
    /// - Parameter path: Where the findings go; nil where they are said.
    /// - Throws: `ExitCode` for found differences where rows were left out.
    func bring(into place: RegisterFolder, for command: any RuledCommand.Type, findingsAt path: String?) throws {
        let open = try OpenRegistry(place, for: command)
        var random = SystemRandomNumberGenerator()
        let (entered, found) = try take(
            RowByRow(open.registry, open.asking) { RecordID(at: OpenRegister.clock(), using: &random) })
        try open.close()
        try FindingTalk.finish(rows: count, new: entered, findings + found, at: path)
    }
}
