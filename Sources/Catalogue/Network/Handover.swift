import Access
package import Mechanisms

extension Mechanism {
    /// What the next holder of a post must know, and whether they have it (B52).
    package static let handover = Mechanism(
        "handover", chapter: .network, serves: ["B52"],
        fields: [
            .link("function", to: "function", required: true),
            .link("from", to: "mandate"),
            .link("to", to: "mandate"),
            .text("checklist", .restricted, required: true),
            .period("due-on"),
        ],
        states: ["open", "received"], closedStates: ["received"], titledBy: ["function"],
        listedBy: ["function", "due-on"],
        dueFields: ["due-on"],
        transitions: [
            .opening("prepare", to: "open", by: .secretariat, needs: [DifferentRecords("from", "to")]),
            .step("receive", from: ["open"], to: "received", by: .secretariat),
        ] + .correction(in: ["open"], by: .secretariat))
}
