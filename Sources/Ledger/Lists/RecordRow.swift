package import Access
import Mechanisms
package import Vocabulary

/// One line of a list: what is known of a record without opening it.
package struct RecordRow: Hashable, Sendable {
    package let record: RecordID
    package let mechanism: String
    package let state: String
    /// Whether work on it has ended.
    package let isClosed: Bool
    package let version: Int
    /// Sequence of its opening event: newer entries have greater numbers.
    package let number: Int64
    /// Whose it is: the organisation that its owner field names, else that of whoever opened it, else the first that a
    /// standing extends ownership to; nil where there is none.
    package let owner: RecordID?
    /// How the actor who asked stands to it now; `none` is always among them.
    package let relations: Set<Relation>
}

/// One page of a list.
package struct RowPage: Hashable, Sendable {
    /// Newest entry first.
    package let rows: [RecordRow]
    /// Where the next page goes on; nil on the last one.
    package let next: Int64?
    /// How many records there are on all pages.
    package let total: RecordCount
}

/// How many records a query has, counted no further than anybody needs.
package enum RecordCount: Hashable, Sendable {
    case exactly(Int)
    /// At least one more than this.
    case moreThan(Int)

    /// What was found when counting went as far as `most` and one more.
    init(_ found: Int, upTo most: Int) { self = found > most ? .moreThan(most) : .exactly(found) }
}

/// One due date in a list.
package struct DueRow: Hashable, Sendable {
    package let row: RecordRow
    package let field: String
    /// The last day.
    package let day: CalendarDate
}
