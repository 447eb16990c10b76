import Access
package import Mechanisms

extension Mechanism {
    /// A task of a coordination body, and which organisation does it, answers for it, is asked, is told (B61).
    ///
    /// Nobody need be named: a task without anybody responsible is what the list of them is for.
    package static let coordinationTask = Mechanism(
        "coordination-task", chapter: .network, serves: ["B61"],
        fields: [
            .link("body", to: "coordination-body", required: true),
            .text("title", required: true),
            .link("responsible", to: "organisation"),
            .link("accountable", to: "organisation"),
            .links("consulted", to: "organisation"),
            .links("informed", to: "organisation"),
        ],
        states: ["open", "ended"], closedStates: ["ended"], titledBy: ["title"],
        listedBy: ["body", "responsible", "accountable"],
        transitions: [
            .opening("set", to: "open", by: .secretariat, needs: [LinkedIn("body", "active")]),
            .step("end", from: ["open"], to: "ended", by: .secretariat, needs: [ReasonGiven(), ChangesOnly()]),
        ] + .correction(in: ["open"], by: .secretariat))
}
