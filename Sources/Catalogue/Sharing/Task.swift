import Access
package import Mechanisms

extension Mechanism {
    /// Something that a post must do by a day; it stays with the post when its holder leaves (B02, B52, B60).
    package static let task = Mechanism(
        "task", chapter: .sharing, serves: ["B02", "B52", "B60"],
        fields: [
            .text("title", .restricted, required: true),
            .link("about", to: Field.anyMechanism),
            .link("assigned-to", to: "function"),
            .period("due-on"),
            .text("outcome", .confidential),
        ],
        states: ["open", "done", "cancelled"], closedStates: ["done", "cancelled"],
        standings: [Standing(.post(field: "assigned-to"), .on(.own))],
        titledBy: ["title"], listedBy: ["assigned-to", "about", "due-on"], dueFields: ["due-on"],
        transitions: [
            .opening("set", to: "open", by: .caseStaff),
            .step("finish", from: ["open"], to: "done", by: .caseStaff),
            .step("cancel", from: ["open"], to: "cancelled", by: .caseStaff, needs: [ReasonGiven()]),
        ] + .correction(in: ["open"], by: .caseStaff))
}
