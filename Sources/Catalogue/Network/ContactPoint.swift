import Access
package import Mechanisms

extension Mechanism {
    /// Where somebody answers for a task in a state: by which numbers, in which languages, at which hours of its own clock,
    /// and who is tried where nobody does (B51).
    ///
    /// It names no person: whoever holds the post behind it is known by the mandate, to those who may know of that.
    package static let contactPoint = Mechanism(
        "contact-point", chapter: .network, serves: ["B51"],
        fields: [
            .text("title", required: true),
            .link("organisation", to: "organisation", required: true),
            .link("post", to: "function"),
            .code("country", list: "countries", required: true),
            .codes("tasks", list: "contact-tasks", required: true),
            .codes("languages", list: "languages", required: true),
            .text("telephone", required: true),
            .text("secure-mail"),
            .text("messenger"),
            .text("time-zone", required: true),
            .text("hours", required: true),
            .text("special-days"),
            .integer("priority", in: 1...99),
            .link("next", to: "contact-point"),
        ],
        states: ["active", "closed"], closedStates: ["closed"], titledBy: ["title"],
        listedBy: ["country", "organisation", "tasks", "languages"],
        transitions: [
            .opening("enter", to: "active", by: .secretariat, needs: readable),
            .step("close", from: ["active"], to: "closed", by: .secretariat, needs: [ReasonGiven(), ChangesOnly()]),
        ] + .correction(in: ["active"], by: .secretariat, needs: readable))

    private static let readable: [any Guard] = [
        HoursFit("hours", special: "special-days", by: "time-zone"), NoCircle("next"),
    ]
}
