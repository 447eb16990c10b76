import Access
package import Mechanisms

extension Mechanism {
    /// A day that is kept in public life, once or again and again: the Anti-Trafficking Day (B95).
    ///
    /// Its rule may change, and takes effect on the day that the step gives: the days before it stay where they were
    /// (decision 0258).
    package static let calendarEvent = Mechanism(
        "calendar-event", chapter: .coordination, serves: ["B95"],
        fields: [
            .text("title", required: true),
            .period("day", required: true),
            .code("recurs", list: "recurrences", required: true),
            .boolean("public"),
        ],
        states: ["kept", "ended", "withdrawn"], closedStates: ["ended", "withdrawn"], titledBy: ["title"],
        listedBy: ["day", "recurs"],
        transitions: [
            .opening("enter", to: "kept", by: .planners, needs: [ToTheDay("day")]),
            .step("change", from: ["kept"], to: "kept", by: .planners, needs: [ReasonGiven(), ToTheDay("day")]),
            .step("end", from: ["kept"], to: "ended", by: .planners, needs: [ReasonGiven(), ChangesOnly()]),
            .step("withdraw", from: ["kept"], to: "withdrawn", by: .planners, needs: [ReasonGiven(), ChangesOnly()]),
        ])
}
