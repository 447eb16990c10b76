import Access
package import Mechanisms

extension Mechanism {
    /// A manual that its readers amend, edition by edition (B106).
    ///
    /// It holds no text: each section is what the last proposal says that was accepted before the edition was issued
    /// (decision 0259).
    package static let manual = Mechanism(
        "manual", chapter: .coordination, serves: ["B106"],
        fields: [
            .text("title", required: true),
            .text("edition"),
            .period("issued-on"),
        ],
        states: ["kept", "withdrawn"], closedStates: ["withdrawn"], titledBy: ["title"], listedBy: ["issued-on"],
        transitions: [
            .opening("enter", to: "kept", by: .planners, needs: [ChangesOnly("title")]),
            .step(
                "issue", from: ["kept"], to: "kept", by: .planners,
                needs: [
                    ChangesOnly("edition", "issued-on"), SaidAnew("edition"), SaidAnew("issued-on"),
                    ToTheDay("issued-on"), NeverEarlier("issued-on"), NeverBefore("edition"),
                ]),
            .step("withdraw", from: ["kept"], to: "withdrawn", by: .planners, needs: [ReasonGiven(), ChangesOnly()]),
        ])
}
