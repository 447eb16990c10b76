import Access
package import Mechanisms

extension Mechanism {
    /// What was reported under a duty for a period: its text or where it is, and the releases that its figures come from
    /// (B68).
    ///
    /// A release keeps query, day, rule and version of each of its figures, and they can be made again from it; so a report
    /// names the releases, or says why it has no figures. Nobody signs off what they wrote, and what was handed in stays.
    package static let progressReport = Mechanism(
        "progress-report", chapter: .coordination, serves: ["B68"],
        fields: [
            .link("duty", to: "reporting-duty", required: true),
            .period("period", required: true),
            .text("text"),
            .text("reference"),
            .links("releases", to: "release"),
            .text("no-figures-because"),
            .period("handed-in-on"),
        ],
        states: ["drafted", "signed-off", "handed-in", "withdrawn"], closedStates: ["handed-in", "withdrawn"],
        titledBy: ["duty", "period"], listedBy: ["duty", "period", "handed-in-on"],
        transitions: [
            .opening("draft", to: "drafted", by: .planners, needs: [LinkedIn("duty", "standing")]),
            .step(
                "sign-off", from: ["drafted"], to: "signed-off", by: .planners,
                needs: [
                    AnotherPerson(than: "draft", "correct"), ChangesOnly(),
                    FilledUnless("text", excusedBy: "reference"),
                    FilledUnless("releases", excusedBy: "no-figures-because"),
                ]),
            .step(
                "take-back", from: ["signed-off"], to: "drafted", by: .planners, needs: [ReasonGiven(), ChangesOnly()]),
            .step(
                "hand-in", from: ["signed-off"], to: "handed-in", by: .planners,
                needs: [ChangesOnly("handed-in-on", "reference"), Filled("handed-in-on")]),
            .step(
                "withdraw", from: ["drafted", "signed-off"], to: "withdrawn", by: .planners,
                needs: [ReasonGiven(), ChangesOnly()]),
        ] + .correction(in: ["drafted"], by: .planners))
}
