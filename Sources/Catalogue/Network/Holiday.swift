import Access
package import Mechanisms

extension Mechanism {
    /// A day on which offices of a state are closed: its contact points keep their hours of holidays then (B51).
    package static let holiday = Mechanism(
        "holiday", chapter: .network, serves: ["B51"],
        fields: [
            .code("country", list: "countries", required: true),
            .text("name", required: true),
            .period("day", required: true),
            .boolean("yearly"),
        ],
        states: ["kept", "dropped"], closedStates: ["dropped"], titledBy: ["name"], listedBy: ["country", "day"],
        transitions: [
            .opening("enter", to: "kept", by: .secretariat, needs: [ToTheDay("day")]),
            .step("drop", from: ["kept"], to: "dropped", by: .secretariat, needs: [ReasonGiven(), ChangesOnly()]),
        ])
}
