import Access
package import Mechanisms

extension Mechanism {
    /// That an officer spoke with another body outside of any formal way: by what, about what, and what it saved (B58).
    ///
    /// No person is named in it. A formal request is opened from its page, with the note in it; how often that happened and
    /// how many hours were saved is an overview (decision 0256).
    package static let contactNote = Mechanism(
        "contact-note", chapter: .cooperation, serves: ["B58"],
        fields: [
            .link("with", to: "organisation", required: true),
            .code("channel", list: "contact-channels", required: true),
            .code("topic", list: "contact-tasks", required: true),
            .period("held-on", required: true),
            .text("summary", .restricted, required: true),
            .boolean("nobody-named"),
            .integer("hours-saved", in: 0...999),
        ],
        states: ["noted", "withdrawn"], closedStates: ["withdrawn"], titledBy: ["with", "topic"],
        listedBy: ["with", "channel", "topic", "held-on"],
        transitions: [
            .opening("note", to: "noted", by: .cooperators, needs: needs),
            .step(
                "withdraw", from: ["noted"], to: "withdrawn", by: .cooperators, needs: [ReasonGiven(), ChangesOnly()]),
        ] + .correction(in: ["noted"], by: .cooperators, needs: needs))

    private static let needs: [any Guard] = [
        ToTheDay("held-on"), NamesNobody("summary", unless: "nobody-named"),
    ]
}
