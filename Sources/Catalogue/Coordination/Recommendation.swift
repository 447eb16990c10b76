import Access
package import Mechanisms

extension Mechanism {
    /// What a body recommends, under the number that it printed, and what the addressee answered (B69); of an
    /// evaluation or a review, the finding that it rests on (B70, B73).
    ///
    /// The number is text and may be empty: where the body printed none, none is made up. Its place in the document is a
    /// field of its own.
    package static let recommendation = Mechanism(
        "recommendation", chapter: .coordination, serves: ["B69", "B70", "B73", "B77"],
        fields: [
            .link("body", to: "recommending-body", required: true),
            .link("cycle", to: "recommendation-cycle", required: true),
            .integer("place", in: 1...9999, required: true),
            .text("number"),
            .text("text", required: true),
            .link("evaluation", to: "evaluation"),
            .text("finding"),
            .text("addressee"),
            .link("organisation", to: "organisation"),
            .codes("pillars", list: "plan-pillars"),
            .codes("targets", list: "sdg-targets"),
            .text("due"),
            .code("due-kind", list: "deadline-kinds"),
            .period("earliest"),
            .period("latest"),
            .text("condition"),
            .code("acceptance", list: "acceptances"),
            .text("response"),
            .period("responded-on"),
        ],
        states: ["open", "answered", "closed", "withdrawn"], closedStates: ["closed", "withdrawn"],
        titledBy: ["number", "text"], listedBy: ["body", "cycle", "acceptance", "organisation", "latest"],
        dueFields: [DueField("latest", whileIn: ["open"])],
        transitions: [
            .opening(
                "issue", to: "open", by: .planners, needs: [InOrder("earliest", before: "latest"), found],
                reads: DeadlineFields(
                    "due", kind: "due-kind", earliest: "earliest", latest: "latest", condition: "condition")),
            .step("answer", from: ["open"], to: "answered", by: .planners, needs: answer),
            .step("answer-anew", from: ["answered"], to: "answered", by: .planners, needs: answer + [ReasonGiven()]),
            .step("close", from: ["open", "answered"], to: "closed", by: .planners, needs: [ReasonGiven()]),
            .step("withdraw", from: ["open", "answered"], to: "withdrawn", by: .planners, needs: [ReasonGiven()]),
        ] + .correction(in: ["open"], by: .planners, needs: [found]))

    private static let found = Together("evaluation", "finding")

    private static let answer: [any Guard] = [
        Filled("acceptance"), Filled("response"), Filled("responded-on"),
        ChangesOnly("acceptance", "response", "responded-on", "targets"),
    ]
}
