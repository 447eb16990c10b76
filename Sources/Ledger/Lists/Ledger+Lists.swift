package import Access
import Mechanisms
package import Vocabulary

extension Ledger {
    /// One page of the records in reach that meet every filter, the newest entry first. Writes nothing down: see
    /// ``note(_:of:mechanism:filters:under:)``.
    ///
    /// - Parameter most: Counting stops there: the total is then told as more than it. What is on the page is known anyway.
    /// - Throws: ``LedgerFailure/notListed(mechanism:field:)``; ``LedgerFailure/otherBook(mechanism:)`` where the derived
    ///   tables were made for another book.
    package func list(_ query: RecordQuery, countingUpTo most: Int = 0) throws -> RowPage {
        let now = clock()
        return try reading { connection in
            let plan = try ListPlan(query, rules: rules, at: now, connection)
            // The first page and the count are one walk.
            let walk = query.before == nil ? max(query.limit, most) : query.limit
            let numbers = try plan.numbers(before: query.before ?? .max, limit: walk + 1, connection)
            let reader = try RowReader(query.reach.actor, at: now, connection)
            let rows = try numbers.prefix(query.limit).compactMap { try reader.row($0) }
            let total: RecordCount =
                if query.before == nil {
                    RecordCount(numbers.count, upTo: walk)
                } else if most > 0 {
                    RecordCount(try plan.numbers(before: .max, limit: most + 1, connection).count, upTo: most)
                } else {
                    .moreThan(rows.count)
                }
            return RowPage(
                rows: rows, next: numbers.count > query.limit ? rows.last?.number : nil, total: total)
        }
    }

    /// How many records the query has, whatever its page.
    ///
    /// - Parameter most: Counting stops there.
    /// - Throws: As ``list(_:)``.
    package func count(_ query: RecordQuery, upTo most: Int = 10_000) throws -> RecordCount {
        try reading { connection in
            let plan = try ListPlan(query, rules: rules, at: clock(), connection)
            return RecordCount(try plan.numbers(before: .max, limit: most + 1, connection).count, upTo: most)
        }
    }

    /// What is known of a record without opening it, and how an actor stands to it; nil where there is none.
    package func row(_ id: RecordID, for actor: Actor) throws -> RecordRow? {
        try rows([id], for: actor).first
    }

    /// The same of several records, in their order; those that are not there are left out.
    package func rows(_ ids: [RecordID], for actor: Actor) throws -> [RecordRow] {
        let now = clock()
        return try reading { connection in
            let reader = try RowReader(actor, at: now, connection)
            return try ids.compactMap { id in
                try reader.row(RecordLookup.head(of: id, connection)?.number ?? 0)
            }
        }
    }

    /// One page of due dates in reach, the earliest first.
    ///
    /// - Throws: ``LedgerFailure/otherBook(mechanism:)``
    package func due(_ query: DueQuery) throws -> [DueRow] {
        let now = clock()
        return try reading { connection in
            let plan = try DuePlan(query, rules: rules, at: now, connection)
            let reader = try RowReader(query.reach.actor, at: now, connection)
            return try plan.rows(connection).compactMap { due in
                guard let row = try reader.row(due.number),
                    let field = try connection.first(WordBook.selectText, [.integer(due.field)], { $0.text(0) })
                else { return nil }
                return DueRow(row: row, field: field, day: CalendarDate(daysSinceEpoch: Int32(due.day)))
            }
        }
    }

    /// Reads derived tables that fit the book.
    private func reading<Value>(_ body: (any StoreConnection) throws -> Value) throws -> Value {
        try events.read { connection in
            // Whoever writes looked when the ledger was opened, and nobody else can have changed them since.
            if !isWritable, let mechanism = try RuleTable.unfit(rules, connection) {
                throw LedgerFailure.otherBook(mechanism: mechanism)
            }
            return try body(connection)
        }
    }
}
