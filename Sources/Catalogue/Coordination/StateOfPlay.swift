import Access
package import Mechanisms

extension Mechanism {
    /// Where an action stands on a day, as somebody reported it: never rewritten, the next entry follows it (B63, B64).
    ///
    /// One entry may speak of several actions. Without a status, nobody said one.
    package static let stateOfPlay = Mechanism(
        "state-of-play", chapter: .coordination, serves: ["B63", "B64"],
        fields: [
            .link("plan", to: "plan", required: true),
            .links("actions", to: "plan-action", required: true),
            .link("party", to: "action-party"),
            .period("stands-on", required: true),
            .code("status", list: "play-statuses"),
            .text("text"),
            .text("insertions"),
            .text("next-step"),
            .links("evidence", to: "action-evidence"),
        ],
        states: ["reported", "withdrawn"], closedStates: ["withdrawn"], titledBy: ["stands-on", "status"],
        listedBy: ["plan", "actions", "party", "status"],
        transitions: [
            .opening("report", to: "reported", by: .reporters, needs: [FilledUnless("text", excusedBy: "status")]),
            .step("withdraw", from: ["reported"], to: "withdrawn", by: .planners, needs: [ReasonGiven()]),
        ])
}
