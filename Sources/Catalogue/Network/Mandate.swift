import Access
package import Mechanisms

extension Mechanism {
    /// Who holds a post from when until when, as main holder or alternate (B52).
    ///
    /// A post that reaches what names persons is proposed by one and confirmed by another: `Registry` holds it.
    package static let mandate = Mechanism(
        "mandate", chapter: .network, serves: ["B52"],
        fields: [
            .link("function", to: "function", required: true),
            .text("holder", .restricted, required: true),
            .text("account", .restricted),
            .code("rank", list: "mandate-ranks", required: true),
            .period("from", required: true),
            .period("until"),
        ],
        states: ["proposed", "held", "ended"], closedStates: ["ended"], titledBy: ["holder"],
        listedBy: ["function", "until"],
        dueFields: ["until"],
        transitions: [
            .opening(to: "held", by: .secretariat, needs: [InOrder("from", before: "until")]),
            .opening("propose", to: "proposed", by: .secretariat, needs: [InOrder("from", before: "until")]),
            .step("confirm", from: ["proposed"], to: "held", by: .secretariat),
            .step("decline", from: ["proposed"], to: "ended", by: .secretariat, needs: [ReasonGiven()]),
            .step(
                "end", from: ["held"], to: "ended", by: .secretariat,
                needs: [Filled("until"), InOrder("from", before: "until")]),
        ] + .correction(in: ["held"], by: .secretariat, needs: [InOrder("from", before: "until")]))
}
