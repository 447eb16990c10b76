package import Mechanisms
package import Vocabulary

/// A record that has been kept as long as its clock says.
package struct RetentionDue: Sendable {
    /// As lists show it.
    package let view: RecordView
    package let clause: Retention
    /// From which day on it counts.
    package let from: CalendarDate
    /// The day on which the clock ran out.
    package let due: CalendarDate
    /// Until when somebody decided to keep it longer; nil where nobody did, or that day has passed.
    package let prolongedUntil: CalendarDate?
    /// Legal holds in force on the person.
    package let holds: Int
}

/// One page of such records, newest records first.
package struct RetentionPage: Sendable {
    package let rows: [RetentionDue]
    /// The cursor of the next page; nil on the last one.
    package let next: Int64?
}

/// How many records one clause has brought up.
package struct RetentionCount: Sendable {
    package let mechanism: Mechanism
    package let clause: Retention
    /// The clock's length in days.
    package let days: Int
    package let total: RecordPage.Total
}
