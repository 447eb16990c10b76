import Access
package import Mechanisms

extension Mechanism {
    /// An address that lets somebody without an account answer one response, until a day or until it is taken back (B66).
    ///
    /// Whoever has it acts through this very record, as others act through a post: it gives them that response and nothing
    /// else, by the one policy. What stands here is the hash of its secret, which was shown once.
    package static let answeringLink = Mechanism(
        "answering-link", chapter: .questionnaires, serves: ["B66"],
        fields: [
            .link("response", to: "questionnaire-response", required: true),
            .text("hash", .restricted, required: true),
            .period("until", required: true),
        ],
        states: ["good", "taken-back"], closedStates: ["taken-back"],
        standings: [
            Standing(
                .bearer, .on(.own), toItself: false, toLinked: ["response"], whileIn: ["good"], until: "until")
        ],
        titledBy: ["response", "until"], listedBy: ["response", "until"],
        transitions: [
            .opening("make", to: "good", by: .planners, isByRegister: true),
            .step("take-back", from: ["good"], to: "taken-back", by: .planners, needs: [ChangesOnly()]),
        ])
}
