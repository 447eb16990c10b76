import Access
package import Mechanisms

extension Mechanism {
    /// What an officer can do and until when they can be asked for, under a handle that only their own organisation resolves
    /// (B53).
    ///
    /// It has no field for a name. Whoever else asks learns that there is somebody in a state, and which post answers; the
    /// record itself is read by its organisation, by the post that releases, and by whom that post released it to
    /// (decision 0255).
    package static let officerSkill = Mechanism(
        "officer-skill", chapter: .cooperation, serves: ["B53"],
        fields: [
            .text("handle", .restricted, required: true),
            .link("released-by", to: "function", required: true),
            .codes("fluent", list: "languages"),
            .codes("basic", list: "languages"),
            .codes("skills", list: "officer-skills"),
            .period("available-from"),
            .period("available-until", required: true),
        ],
        states: ["available", "ended"], closedStates: ["ended"],
        standings: [Standing(.post(field: "released-by"), .on(.own))],
        titledBy: ["handle"], listedBy: ["fluent", "basic", "skills", "available-until"],
        retention: [Retention(after: .field("available-until"), "retention-officer-skill", then: .review)],
        transitions: [
            .opening("enter", to: "available", by: .cooperators, needs: needs),
            .step("end", from: ["available"], to: "ended", by: .cooperators, needs: [ReasonGiven(), ChangesOnly()]),
        ] + .correction(in: ["available"], by: .cooperators, needs: needs))

    private static let needs: [any Guard] = [
        KeyAlone("handle", in: "released-by"), InOrder("available-from", before: "available-until"),
    ]
}
