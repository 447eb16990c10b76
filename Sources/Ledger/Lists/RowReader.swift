import Access
import Mechanisms
import Vocabulary

/// Reads rows of a list, with how one actor stands to each.
struct RowReader {
    private let connection: any StoreConnection
    private let actor: ActorNumbers
    private let holding: Holding

    init(_ actor: Actor, at now: Timestamp, _ connection: any StoreConnection) throws {
        self.connection = connection
        self.actor = try ActorNumbers(actor, connection)
        holding = try Holding(at: now, connection)
    }

    /// Nil where there is no such record, which takes the same statements: what is not there costs what is out of reach.
    func row(_ number: Int64) throws -> RecordRow? {
        let statement = RowReader.standings(of: number, holding)
        let standings = try connection.all(statement.sql, statement.parameters) {
            (relation: $0.integer(0), holder: $0.integer(1), source: $0.integer(2))
        }
        let owner = standings.filter { $0.relation == Relation.ownOrganisation.number }
            .min { ($0.source == number ? 0 : $0.source) < ($1.source == number ? 0 : $1.source) }
        let ownerID = try connection.first(WordBook.selectText, [.integer(owner?.holder ?? 0)]) {
            RecordID(stored: $0.bytes(0))
        }
        let relations = actor.relations(standings.map { ($0.relation, $0.holder) })
        let row = try connection.first(RowReader.select, [.integer(number)]) { row -> RecordRow? in
            guard let id = RecordID(stored: row.bytes(0)) else { return nil }
            return RecordRow(
                record: id, mechanism: row.text(1), state: row.text(2), isClosed: row.integer(3) != 0,
                version: Int(row.integer(4)), number: number, owner: ownerID ?? nil, relations: relations)
        }
        return row ?? nil
    }

    static let select = """
        SELECT record.id, mechanism.text, state.text, record.closed, record.version FROM record
        CROSS JOIN word AS mechanism CROSS JOIN word AS state
        WHERE record.number = :number AND mechanism.number = record.mechanism AND state.number = record.state
        """
    static func standings(of number: Int64, _ holding: Holding) -> ListStatement {
        var statement = ListStatement(
            "SELECT standing.relation, standing.holder, standing.source FROM standing WHERE standing.record = ")
        statement.add(.integer(number), as: "record")
        statement.add(" AND ")
        holding.add(to: &statement)
        return statement
    }
}
