import Access
package import Mechanisms

extension Mechanism {
    /// How one paper of the library stands to another, or to an action of a plan for which it is evidence (B103).
    package static let documentRelation = Mechanism(
        "document-relation", chapter: .library, serves: ["B103"],
        fields: [
            .link("from", to: "library-document", required: true),
            .code("kind", list: "document-relations", required: true),
            .link("to", to: "library-document"),
            .link("action", to: "plan-action"),
            .integer("mentions", in: 1...1_000_000),
        ],
        states: ["stated", "withdrawn"], closedStates: ["withdrawn"], titledBy: ["kind", "from", "to"],
        listedBy: ["from", "kind", "to", "action"],
        transitions: [
            .opening("state", to: "stated", by: .planners, needs: rules),
            .step("withdraw", from: ["stated"], to: "withdrawn", by: .planners, needs: [ReasonGiven()]),
        ] + .correction(in: ["stated"], by: .planners, needs: rules))

    private static let rules: [any Guard] = [
        OneOf("to", "action"), DifferentRecords("from", "to"),
        Filled("action", when: "kind", isOneOf: ["evidence-for"]),
    ]
}
