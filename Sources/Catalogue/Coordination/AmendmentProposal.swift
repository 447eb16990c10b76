import Access
package import Mechanisms

extension Mechanism {
    /// What somebody proposes that a section of a manual says, why, and what was decided on it (B106).
    ///
    /// Without a text it proposes to take the section out. The first text of a section is a proposal too.
    package static let amendmentProposal = Mechanism(
        "amendment-proposal", chapter: .coordination, serves: ["B106"],
        fields: [
            .link("manual", to: "manual", required: true),
            .text("section", required: true),
            .text("heading"),
            .text("text"),
            .text("reason", required: true),
            .link("from", to: "organisation", required: true),
            .text("decision"),
        ],
        states: ["proposed", "accepted", "rejected", "withdrawn"], closedStates: ["accepted", "rejected", "withdrawn"],
        titledBy: ["section", "heading"], listedBy: ["manual", "from"],
        transitions: [
            .opening(
                "propose", to: "proposed", by: .reporters,
                needs: [
                    LinkedIn("manual", "kept"),
                    ChangesOnly("manual", "section", "heading", "text", "reason", "from"),
                ]),
            .step("accept", from: ["proposed"], to: "accepted", by: .planners, needs: decided),
            .step("reject", from: ["proposed"], to: "rejected", by: .planners, needs: decided),
            .step(
                "withdraw", from: ["proposed"], to: "withdrawn", by: .planners, needs: [ReasonGiven(), ChangesOnly()]),
        ])

    private static let decided: [any Guard] = [
        AnotherPerson(than: "propose"), ChangesOnly("decision"), SaidAnew("decision"), LinkedIn("manual", "kept"),
    ]
}
