import Access
package import Mechanisms

extension Mechanism {
    /// To whom something of a network of practitioners goes: the posts of some kinds that somebody held when it was made (B55).
    ///
    /// It holds no members: they are read from mandates as they stood at its own event (decision 0223).
    package static let circulationList = Mechanism(
        "circulation-list", chapter: .network, serves: ["B55"],
        fields: [
            .text("title", required: true),
            .codes("kinds", list: "function-kinds", required: true),
            .codes("countries", list: "countries"),
            .period("made-on", required: true),
        ],
        states: ["made", "withdrawn"], closedStates: ["withdrawn"], titledBy: ["title"],
        listedBy: ["kinds", "made-on"],
        transitions: [
            .opening("make", to: "made", by: .secretariat, needs: [ToTheDay("made-on")]),
            .step(
                "withdraw", from: ["made"], to: "withdrawn", by: .secretariat, needs: [ReasonGiven(), ChangesOnly()]),
        ])
}
