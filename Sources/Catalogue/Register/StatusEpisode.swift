import Access
package import Mechanisms

extension Mechanism {
    /// One run through the status life-cycle of a person, from the first signal to a decision or to leaving it (B03).
    ///
    /// Declining or withdrawing is no negative decision: such persons stay registered. A negative decision has reasons
    /// and a last day to appeal. The recovery period is computed and nothing shortens it.
    package static let statusEpisode = Mechanism(
        "status-episode", chapter: .register, serves: ["B03", "B12"], subject: .person(field: "person"),
        owner: "registering-organisation",
        fields: [
            .link("person", to: "person", required: true),
            .link("incident", to: "incident"),
            .link("registering-organisation", to: "organisation"),
            .link("referred-by", to: "organisation"),
            .link("authority", to: "organisation"),
            .text("basis"),
            .period("registered-on"),
            .period("decided-on"),
            .text("reasons", .confidential),
            .period("appeal-until"),
            .period("recovery-from"),
            .period("recovery-until"),
            .code("age-group-at-exploitation", list: "age-groups"),
            .code("age-group-at-identification", list: "age-groups"),
        ],
        states: ["signalled", "potential", "presumed", "identified", "not-identified", "declined", "withdrawn"],
        standings: [
            Standing(
                .organisation(field: "registering-organisation"), .on(.ownOrganisation), toItself: false,
                toLinked: ["person", "incident"]),
            Standing(.organisation(field: "authority"), .on(.sharedByLaw), toLinked: ["person", "incident"]),
            Standing(.organisation(field: "referred-by"), .on(.sharedByLaw)),
        ],
        listedBy: ["person", "registering-organisation", "registered-on"],
        dueFields: [
            // A date that was passed on the way to another status is nobody's duty any more.
            DueField("appeal-until", whileIn: ["not-identified"], lapses: true),
            DueField("recovery-until", whileIn: ["presumed"]),
        ],
        retention: [Retention(after: .lastChange, "retention-status-episode", then: .review)],
        transitions: openings + steps
            + .correction(in: everyState, by: .registrars, needs: [NeverEarlier("recovery-until")]))

    private static let everyState = [
        "signalled", "potential", "presumed", "identified", "not-identified", "declined", "withdrawn",
    ]

    /// Agencies send records in whatever state they have reached; their history before that is not ours to invent.
    private static let openings: [Transition] = everyState.map { state in
        .opening(
            "open-as-\(state)", to: state,
            by: ["signalled", "potential"].contains(state) ? .registrars : .authorities,
            needs: [InOrder("registered-on", before: "decided-on")],
            computes: state == "presumed" ? recovery : [])
    }

    private static let recovery = [CountedDate("recovery-until", after: "recovery-from", clock: "recovery-period")]

    private static let steps: [Transition] = [
        .step("refer", from: ["signalled"], to: "potential", by: .registrars, needs: [Filled("referred-by")]),
        .step(
            "presume", from: ["signalled", "potential"], to: "presumed", by: .authorities,
            needs: [Filled("authority"), Filled("decided-on"), NeverEarlier("recovery-until")], computes: recovery),
        .step(
            "identify", from: ["potential", "presumed"], to: "identified", by: .authorities,
            needs: [Filled("authority"), Filled("decided-on")]),
        .step(
            "not-identify", from: ["potential", "presumed"], to: "not-identified", by: .authorities,
            needs: [
                Filled("authority"), Filled("decided-on"), Filled("reasons"), Filled("appeal-until"),
                InOrder("decided-on", before: "appeal-until"),
            ], computes: [CountedDate("appeal-until", after: "decided-on", clock: "appeal-period")]),
        .step(
            "allow-appeal", from: ["not-identified"], to: "presumed", by: .authorities,
            needs: [ReasonGiven(), Filled("authority")], computes: recovery),
        .step("decline", from: ["signalled", "potential", "presumed"], to: "declined", by: .registrars),
        .step(
            "withdraw", from: ["signalled", "potential", "presumed", "identified"], to: "withdrawn", by: .registrars,
            needs: [ReasonGiven()]),
        .step("return", from: ["declined", "withdrawn"], to: "potential", by: .registrars),
    ]
}
