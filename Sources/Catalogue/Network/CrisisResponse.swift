import Access
package import Mechanisms

extension Mechanism {
    /// What a body did in a crisis, and what it left undone: a boat that nobody took in, a border that was closed, a war (B108).
    ///
    /// Members' actions stand beside it, so that a promise of the body is followed to what somebody did.
    package static let crisisResponse = Mechanism(
        "crisis-response", chapter: .network, serves: ["B108"],
        fields: [
            .link("body", to: "coordination-body", required: true),
            .text("crisis", required: true),
            .period("began-on", required: true),
            .period("ended-on"),
            .text("response"),
            .text("left-undone"),
            .links("actions", to: "plan-action"),
        ],
        states: ["recorded", "reviewed"], titledBy: ["crisis"], listedBy: ["body", "began-on", "ended-on"],
        transitions: [
            .opening("record", to: "recorded", by: .secretariat, needs: [InOrder("began-on", before: "ended-on")]),
            .step(
                "review", from: ["recorded"], to: "reviewed", by: .secretariat,
                needs: [
                    ChangesOnly("response", "left-undone", "ended-on"), Filled("response"), Filled("left-undone"),
                    Filled("ended-on"), InOrder("began-on", before: "ended-on"),
                ]),
        ] + .correction(in: ["recorded"], by: .secretariat, needs: [InOrder("began-on", before: "ended-on")]))
}
