import Access
package import Mechanisms

extension Mechanism {
    /// What a meeting concluded, who is to follow it up by when, and what became of it (B74).
    package static let meetingConclusion = Mechanism(
        "meeting-conclusion", chapter: .network, serves: ["B74"],
        fields: [
            .link("meeting", to: "meeting", required: true),
            .text("number"),
            .text("text", required: true),
            .link("organisation", to: "organisation"),
            .link("action", to: "plan-action"),
            .period("due-on"),
            .text("outcome"),
        ],
        states: ["adopted", "followed-up", "withdrawn"], closedStates: ["followed-up", "withdrawn"],
        titledBy: ["number", "text"], listedBy: ["meeting", "organisation", "due-on"],
        dueFields: [DueField("due-on", whileIn: ["adopted"])],
        transitions: [
            .opening("adopt", to: "adopted", by: .secretariat, needs: [LinkedIn("meeting", "held")]),
            .step(
                "follow-up", from: ["adopted"], to: "followed-up", by: .secretariat,
                needs: [Filled("outcome"), ChangesOnly("outcome")]),
            .step(
                "withdraw", from: ["adopted"], to: "withdrawn", by: .secretariat,
                needs: [ReasonGiven(), ChangesOnly()]),
        ] + .correction(in: ["adopted"], by: .secretariat))
}
