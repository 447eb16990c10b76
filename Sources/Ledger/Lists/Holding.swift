import Mechanisms
import Vocabulary

/// When a standing holds: until its own end, and while the consent that it rests on is given and has not run out.
struct Holding: Sendable {
    /// Milliseconds since 1970.
    private let now: Int64
    /// Days since 1970-01-01.
    private let today: Int64
    /// The word for the state of a consent that is given.
    private let given: Int64

    init(at now: Timestamp, _ connection: any StoreConnection) throws {
        self.now = now.milliseconds
        today = Int64(now.day.daysSinceEpoch)
        given = try WordBook.number(of: "given", connection) ?? 0
    }

    /// Adds the condition on `standing`.
    func add(to statement: inout ListStatement) {
        statement.add("standing.until > ", now, as: "now")
        statement.add(
            """
             AND (standing.rests_on = 0 OR EXISTS (SELECT 1 FROM record AS consent
             WHERE consent.number = standing.rests_on AND consent.state = 
            """)
        statement.add(.integer(given), as: "given")
        statement.add(" AND NOT EXISTS (SELECT 1 FROM due WHERE due.number = consent.number AND due.day < ")
        statement.add(.integer(today), as: "today")
        statement.add(")))")
    }
}
