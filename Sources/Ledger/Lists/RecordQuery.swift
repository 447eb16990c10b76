package import Access
import Mechanisms
package import Vocabulary

/// Which records of a mechanism a list shows: those in reach of an actor that meet every filter, newest entry first.
package struct RecordQuery: Sendable, Hashable {
    /// One condition on a field that the mechanism is listed by.
    package enum Filter: Sendable, Hashable {
        /// The field has one of these codes; whole numbers and answers (`true`, `false`) count as codes.
        case codes(field: String, anyOf: [String])
        /// The field's period begins within these days; nil leaves that side open.
        case days(field: String, from: CalendarDate?, through: CalendarDate?)
        /// A link field, listed or not, names this record.
        case linked(field: String, to: RecordID)
        /// The field's text begins so; case, marks and usual transliterations do not matter.
        case text(field: String, prefix: String)

        package var field: String {
            switch self {
            case .codes(let field, _), .days(let field, _, _), .linked(let field, _), .text(let field, _): field
            }
        }
    }

    package let mechanism: String
    package let reach: Reach
    /// Nil for every state.
    package var states: Set<String>?
    package var filters: [Filter]
    /// The number of the last row of the page before; nil for the first page.
    package var before: Int64?
    /// Rows of a page, 1 to 500.
    package var limit: Int
    /// Whether persons who were erased are left out.
    package var leavesOutErased = false

    /// - Parameter reach: Of the actor over the mechanism's matter. Filters narrow it of themselves: who may not see a
    ///   field cannot filter by it.
    package init(
        _ mechanism: String, within reach: Reach, states: Set<String>? = nil, filters: [Filter] = [],
        before: Int64? = nil, limit: Int = 50
    ) {
        self.mechanism = mechanism
        self.reach = reach
        self.states = states
        self.filters = filters
        self.before = before
        self.limit = min(max(limit, 1), 500)
    }
}

/// Which due dates a list shows: those of one mechanism's open records in reach that meet every filter, the earliest
/// first.
package struct DueQuery: Sendable, Hashable {
    package let mechanism: String
    package let reach: Reach
    /// Nil for every state.
    package var states: Set<String>?
    package var filters: [RecordQuery.Filter]
    /// Due on this day or before.
    package var through: CalendarDate
    /// The last row of the page before; nil for the first page.
    package var after: DueRow?
    /// Rows of a page, 1 to 500.
    package var limit: Int

    /// - Parameter reach: As that of ``RecordQuery``; the due dates and the filters narrow it of themselves.
    package init(
        _ mechanism: String, within reach: Reach, states: Set<String>? = nil, filters: [RecordQuery.Filter] = [],
        through: CalendarDate, after: DueRow? = nil, limit: Int = 50
    ) {
        self.mechanism = mechanism
        self.reach = reach
        self.states = states
        self.filters = filters
        self.through = through
        self.after = after
        self.limit = min(max(limit, 1), 500)
    }
}
