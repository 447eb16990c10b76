import Access
package import Mechanisms

extension Mechanism {
    /// A duty to report on progress: by which instrument, to whom, how often, and by when the next time (B68).
    ///
    /// Its next day stands in everybody's list of what is due. It moves on only over a report that was handed in, and never
    /// back; whoever is dispensed from a report ends the duty or corrects it, and says why.
    package static let reportingDuty = Mechanism(
        "reporting-duty", chapter: .coordination, serves: ["B68"],
        fields: [
            .text("title", required: true),
            .text("instrument", required: true),
            .link("treaty", to: "treaty"),
            .text("addressees", required: true),
            .link("responsible", to: "function"),
            .code("periodicity", list: "periodicities", required: true),
            .period("next-due-on", required: true),
            .text("contents"),
            .link("last-report", to: "progress-report"),
        ],
        states: ["standing", "ended"], closedStates: ["ended"], titledBy: ["title"],
        listedBy: ["addressees", "periodicity", "next-due-on"],
        dueFields: [DueField("next-due-on", whileIn: ["standing"])],
        transitions: [
            .opening("take-up", to: "standing", by: .planners),
            .step(
                "meet", from: ["standing"], to: "standing", by: .planners,
                needs: [
                    ChangesOnly("last-report", "next-due-on"), Filled("last-report"),
                    LinkedIn("last-report", "handed-in"), SaidAnew("next-due-on"), NeverEarlier("next-due-on"),
                ]),
            .step(
                "end", from: ["standing"], to: "ended", by: .planners,
                needs: [ReasonGiven(), ChangesOnly("last-report")]),
        ] + .correction(in: ["standing"], by: .planners))
}
