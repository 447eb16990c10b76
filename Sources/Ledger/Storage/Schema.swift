/// Tables as the room wants them, in the words that SQLite and PostgreSQL share (docs/reference/schema.md).
///
/// The five type words are TEXT, BIGINT, DOUBLE PRECISION, BOOLEAN and BYTEA; a store says them in its own dialect.
package struct Schema: Sendable {
    /// Written into the database's own header: a file of another program is recognised before it is read.
    package let applicationID: Int32
    /// Raised with every change of a table; a database of another version is refused.
    package let version: Int
    /// `CREATE TABLE` and `CREATE INDEX`, one statement each, in the order in which they are run.
    package let statements: [String]

    /// For the tables of another room, in a database of their own.
    package init(applicationID: Int32, version: Int, statements: [String]) {
        self.applicationID = applicationID
        self.version = version
        self.statements = statements
    }
}

extension Schema {
    /// The events and what is derived from them.
    package static let ledger = Schema(
        applicationID: 0x5261_4C65, version: 2,
        statements: [RegisterTable.create, EventTable.create] + kept + Projection.all.flatMap(\.create))

    /// Tables that came after the first version and follow from no event.
    static let kept = [RuleTable.create, RequestTable.create, RequestTable.createIndex] + AttachmentTable.create

    /// The keys, in a file of their own: a copy of the ledger holds none, so that erasure holds in copies too.
    package static let vault = Schema(
        applicationID: 0x5261_5661, version: 1, statements: [RegisterTable.create] + KeyTable.create)
}
