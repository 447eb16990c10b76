import Access
package import Mechanisms

extension Mechanism {
    /// A call to see whether a contact point's number is good: whoever carries cases across borders may make one, not
    /// only whoever entered the number (B51).
    package static let contactTest = Mechanism(
        "contact-test", chapter: .network, serves: ["B51"],
        fields: [
            .link("contact", to: "contact-point", required: true),
            .period("tested-on", required: true),
            .code("outcome", list: "contact-test-outcomes", required: true),
            .text("remark"),
        ],
        states: ["made", "withdrawn"], closedStates: ["withdrawn"], titledBy: ["contact", "outcome"],
        listedBy: ["contact", "outcome", "tested-on"],
        transitions: [
            .opening(
                "make", to: "made", by: .contactTesters,
                needs: [ToTheDay("tested-on"), LinkedIn("contact", "active")]),
            .step(
                "withdraw", from: ["made"], to: "withdrawn", by: .secretariat, needs: [ReasonGiven(), ChangesOnly()]),
        ])
}
