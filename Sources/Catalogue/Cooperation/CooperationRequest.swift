import Access
package import Mechanisms

extension Mechanism {
    /// What an organisation formally asks of a post of another one, and what that post answers (B53, B58).
    ///
    /// An officer is released by naming their record, which only who may share it can do; from then on, until the last day
    /// asked for, the organisation that asks reads it. Only the post that was asked answers, and nobody answers what they asked
    /// themselves.
    package static let cooperationRequest = Mechanism(
        "cooperation-request", chapter: .cooperation, serves: ["B53", "B58"],
        fields: [
            .code("kind", list: "cooperation-kinds", required: true),
            .link("asked", to: "function", required: true),
            .link("organisation", to: "organisation", required: true),
            .codes("languages", list: "languages"),
            .codes("skills", list: "officer-skills"),
            .text("need", .restricted, required: true),
            .period("from"),
            .period("until", required: true),
            .period("answer-by", required: true),
            .link("note", to: "contact-note"),
            .boolean("nobody-named"),
            .links("officers", to: "officer-skill"),
            .text("answer", .restricted),
        ],
        states: ["asked", "granted", "refused", "withdrawn"], closedStates: ["refused", "withdrawn"],
        standings: [
            Standing(.post(field: "asked"), .on(.own)),
            Standing(
                .organisation(field: "organisation"), .on(.sharedByLaw), toLinked: ["officers"], whileIn: ["granted"],
                until: "until"),
        ],
        titledBy: ["kind", "asked"], listedBy: ["kind", "asked", "organisation", "until", "answer-by"],
        dueFields: [DueField("answer-by", whileIn: ["asked"])],
        transitions: [
            .opening(
                "ask", to: "asked", by: .cooperators,
                needs: [
                    InOrder("from", before: "until"), InOrder("answer-by", before: "until"), ToTheDay("answer-by"),
                    NamesNobody("need", unless: "nobody-named"),
                ]),
            .step(
                "grant", from: ["asked"], to: "granted", by: .cooperators,
                needs: [
                    AnotherPerson(than: "ask"), OnlyThePost("asked"), ChangesOnly("officers", "answer"),
                    Filled("officers", when: "kind", isOneOf: ["officer"]),
                ]),
            .step(
                "refuse", from: ["asked"], to: "refused", by: .cooperators,
                needs: [AnotherPerson(than: "ask"), OnlyThePost("asked"), ReasonGiven(), ChangesOnly("answer")]),
            .step(
                "withdraw", from: ["asked", "granted"], to: "withdrawn", by: .cooperators,
                needs: [ReasonGiven(), ChangesOnly()]),
        ])
}
