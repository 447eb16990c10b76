import Testing

@testable import SQLiteStore

@Suite struct DialectTests {
    @Test func saysTypesInSQLiteWordsAndStrictly() {
        let said = SQLiteDialect.say(
            "CREATE TABLE a (b BIGINT PRIMARY KEY, c DOUBLE PRECISION, d BOOLEAN, e BYTEA, f TEXT)")
        #expect(said == "CREATE TABLE a (b INTEGER PRIMARY KEY, c REAL, d INTEGER, e BLOB, f TEXT) STRICT")
    }

    @Test func leavesOutTheHiddenRowNumberWhereTheKeyIsNotOne() {
        #expect(
            SQLiteDialect.say("CREATE TABLE a (b TEXT PRIMARY KEY)")
                == "CREATE TABLE a (b TEXT PRIMARY KEY) STRICT, WITHOUT ROWID")
    }

    @Test func leavesAnIndexAsItIs() {
        #expect(SQLiteDialect.say("CREATE INDEX i ON a (b)") == "CREATE INDEX i ON a (b)")
    }

    @Test func saysAnInsertionOfOneRowForSeveral() {
        #expect(
            SQLiteDialect.insertion("INSERT INTO a (b, c)\nVALUES (:b, :c) ON CONFLICT DO NOTHING", 2)
                == "INSERT INTO a (b, c)\nVALUES (?, ?), (?, ?) ON CONFLICT DO NOTHING")
    }
}
