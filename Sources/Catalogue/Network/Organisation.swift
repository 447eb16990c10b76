import Access
package import Mechanisms

extension Mechanism {
    /// A body that takes part: registers, decides, assists, reports (B51, B52).
    ///
    /// `registers` says that it has a mandate to register victims: its silence is then a gap in the coverage of a figure.
    package static let organisation = Mechanism(
        "organisation", chapter: .network, serves: ["B51", "B52"],
        fields: [
            .text("name", required: true),
            .code("kind", list: "organisation-kinds", required: true),
            .code("country", list: "countries"),
            .boolean("registers"),
            .link("supervised-by", to: "organisation"),
        ],
        states: ["active", "dissolved"], closedStates: ["dissolved"], titledBy: ["name"],
        listedBy: ["name", "kind", "country"],
        transitions: [
            .opening(to: "active", by: .namers),
            .step("dissolve", from: ["active"], to: "dissolved", by: .secretariat, needs: [ReasonGiven()]),
        ] + .correction(in: ["active"], by: .secretariat))
}
