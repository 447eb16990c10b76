import Access
package import Mechanisms

extension Mechanism {
    /// A body in which organisations work together: who leads it, who belongs to it, and by which mandate (B57, B59, B61,
    /// B108).
    ///
    /// A national coordination body is led from within the state: a lead that is not is flagged wherever bodies are
    /// looked at, and not refused, since the record says what is. Terms of reference and the first meeting are facts with a
    /// day.
    package static let coordinationBody = Mechanism(
        "coordination-body", chapter: .network, serves: ["B57", "B59", "B61", "B108"],
        fields: [
            .text("name", required: true),
            .code("kind", list: "body-kinds", required: true),
            .code("country", list: "countries"),
            .link("lead", to: "organisation"),
            .links("members", to: "organisation"),
            .text("mandate"),
            .text("legal-act"),
            .text("budget"),
            .text("commitments"),
            .link("own-plan", to: "plan"),
            .period("terms-adopted-on"),
            .link("first-meeting", to: "meeting"),
        ],
        states: ["active", "ended"], closedStates: ["ended"], titledBy: ["name"],
        listedBy: ["kind", "country", "lead"],
        transitions: [
            .opening("enter", to: "active", by: .secretariat, needs: terms),
            .step("end", from: ["active"], to: "ended", by: .secretariat, needs: [ReasonGiven(), ChangesOnly()]),
        ] + .correction(in: ["active"], by: .secretariat, needs: terms))

    private static let terms: [any Guard] = [
        Filled("country", when: "kind", isOneOf: ["national-coordination"]),
        Filled("lead", when: "kind", isOneOf: ["national-coordination"]),
        Filled("mandate", when: "kind", isOneOf: ["rapporteurs-network", "expert-group"]),
        LinkedIn("first-meeting", "held"),
    ]
}
