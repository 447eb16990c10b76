import Access
package import Mechanisms

extension Mechanism {
    /// Two records that are one person in the world, or are said not to be; both stay, counts take them as one where it is
    /// asserted (B01, B09, B88).
    ///
    /// A person joins them, or the register proposes them after it compared what names the persons, and persons judge it:
    /// one where the evidence is clear, two apart from one another where it is not, a third where the two differ
    /// (decision 0182). A pair that was ever proposed is not proposed again, and one that was judged different is joined
    /// by nobody until somebody takes that back.
    package static let samePerson = Mechanism(
        "same-person", chapter: .register, serves: ["B01", "B09", "B88"],
        fields: [
            .link("first", to: "person", required: true),
            .link("second", to: "person", required: true),
            .text("basis", .restricted, required: true),
            .code("band", list: "link-bands"),
            .integer("probability", in: 0...1000, .restricted),
            .text("evidence", .restricted),
            .code("judgement", list: "link-judgements", .restricted),
        ],
        states: ["proposed", "judged", "disputed", "asserted", "rejected", "unsettled", "withdrawn"],
        closedStates: ["rejected", "withdrawn"], listedBy: ["band", "first", "second"],
        blind: Blind(["judgement"], saidBy: "judge", whileIn: ["proposed", "judged", "disputed"]),
        transitions: [
            .opening(
                "assert", to: "asserted", by: .registrars,
                needs: [
                    DifferentRecords("first", "second"), NoneBetween("first", "second", in: ["rejected"]),
                    ChangesOnly("first", "second", "basis"),
                ]),
            .opening(
                "propose", to: "proposed", by: .reviewers,
                needs: [
                    DifferentRecords("first", "second"), NoneBetween("first", "second"), Filled("band"),
                    Filled("probability"), Filled("evidence"),
                    ChangesOnly("first", "second", "basis", "band", "probability", "evidence"),
                ], isByRegister: true),
            .step(
                "judge", from: ["proposed", "judged", "disputed"], to: "judged", turns: judgementTurns,
                by: .reviewers,
                needs: [
                    ChangesOnly("judgement"), SaidAnew("judgement"), AnotherPerson(than: "judge"), ReasonGiven(),
                ]),
            .step(
                "withdraw", from: ["proposed", "judged", "disputed", "asserted", "rejected", "unsettled"],
                to: "withdrawn", by: .registrars, needs: [ReasonGiven(), ChangesOnly()]),
        ])

    /// Two who agree decide, one where the evidence is clear; a third is asked where two differ, and no fourth.
    private static let judgementTurns: [Turn] = {
        let (same, different) = (
            Turn.Saying("judgement", is: "same"), Turn.Saying("judgement", is: "different")
        )
        let isClear = Turn.Saying("band", is: "clear")
        return [
            Turn(to: "asserted", after: 1, saying: same, only: isClear),
            Turn(to: "rejected", after: 1, saying: different, only: isClear),
            Turn(to: "asserted", after: 2, saying: same),
            Turn(to: "rejected", after: 2, saying: different),
            Turn(to: "unsettled", after: 3),
            Turn(to: "disputed", after: 2),
        ]
    }()
}
