import Access
package import Mechanisms

extension Mechanism {
    /// To whom a record may be shown on paper, until when, and who lifted it; printed on every export (B104).
    package static let handlingMark = Mechanism(
        "handling-mark", chapter: .sharing, serves: ["B104"],
        fields: [
            .link("about", to: Field.anyMechanism, required: true),
            .code("level", list: "markings", required: true),
            .text("caveat"),
            .period("from"),
            .period("until"),
        ],
        states: ["in-force", "lifted"], closedStates: ["lifted"], titledBy: ["level"],
        listedBy: ["about", "level", "from"],
        dueFields: ["until"],
        transitions: [
            .opening("mark", to: "in-force", by: .caseStaff, needs: [InOrder("from", before: "until")]),
            .step("lift", from: ["in-force"], to: "lifted", by: .caseStaff, needs: [ReasonGiven()]),
        ])
}
