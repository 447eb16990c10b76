import Access
package import Mechanisms

extension Mechanism {
    /// What an organisation could report on, in which unit and how often: which figures can be had at all (B98).
    package static let source = Mechanism(
        "data-source", chapter: .numbers, serves: ["B98"],
        fields: [
            .link("organisation", to: "organisation"),
            .text("title", required: true),
            .codes("indicators", list: "indicators"),
            .code("unit", list: "units"),
            .text("variables"),
            .code("periodicity", list: "periodicities"),
            .text("quality"),
            .code("access", list: "access-levels"),
        ],
        states: ["described", "ended"], closedStates: ["ended"], titledBy: ["title"],
        listedBy: ["organisation", "indicators", "unit"],
        transitions: [
            .opening("describe", to: "described", by: .describers),
            .step(
                "end", from: ["described"], to: "ended", by: .describers,
                needs: [ReasonGiven()]),
        ] + .correction(in: ["described"], by: .describers))
}
