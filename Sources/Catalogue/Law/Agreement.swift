import Access
package import Mechanisms

extension Mechanism {
    /// An agreement or memorandum between states or bodies: what it covers, whether it binds, and when it runs out (B83); whether
    /// it says anything of trafficking (B84); which plans are the programme of work with the partner (B107).
    ///
    /// Its last day stands in everybody's list of what is due while it is in force.
    package static let agreement = Mechanism(
        "agreement", chapter: .law, serves: ["B83", "B84", "B107"],
        fields: [
            .text("title", required: true),
            .codes("countries", list: "countries"),
            .codes("organisations", list: "regional-organisations"),
            .text("other-parties"),
            .code("kind", list: "agreement-kinds", required: true),
            .boolean("binding"),
            .codes("scope", list: "agreement-scopes", required: true),
            .boolean("data-sharing"),
            .text("data-sharing-clause"),
            .code("trafficking-clause", list: "clause-levels"),
            .period("signed-on"),
            .period("in-force-from"),
            .period("expires-on"),
            .links("programme", to: "plan"),
            .text("contacts"),
            .text("source"),
        ],
        states: ["idea", "negotiating", "signed", "in-force", "expired", "terminated"],
        closedStates: ["expired", "terminated"], titledBy: ["title"],
        listedBy: ["countries", "kind", "scope", "expires-on"],
        dueFields: [DueField("expires-on", whileIn: ["in-force"])],
        transitions: [
            .opening("propose", to: "idea", by: .planners),
            .step("negotiate", from: ["idea"], to: "negotiating", by: .planners),
            .step(
                "sign", from: ["idea", "negotiating"], to: "signed", by: .planners,
                needs: [Filled("signed-on"), FilledUnless("countries", excusedBy: "other-parties")]),
            .step(
                "enter-into-force", from: ["signed"], to: "in-force", by: .planners,
                needs: [
                    Filled("in-force-from"), InOrder("signed-on", before: "in-force-from"),
                    InOrder("in-force-from", before: "expires-on"),
                ]),
            .step(
                "name-programme", from: ["in-force"], to: "in-force", by: .planners, needs: [ChangesOnly("programme")]),
            .step("prolong", from: ["in-force"], to: "in-force", by: .planners, needs: [NeverEarlier("expires-on")]),
            .step("expire", from: ["in-force"], to: "expired", by: .planners, needs: [Filled("expires-on")]),
            .step(
                "terminate", from: ["idea", "negotiating", "signed", "in-force"], to: "terminated", by: .planners,
                needs: [ReasonGiven()]),
        ] + .correction(in: ["idea", "negotiating", "signed"], by: .planners))
}
