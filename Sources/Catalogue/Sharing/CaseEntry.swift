import Access
package import Mechanisms

extension Mechanism {
    /// One entry of a case's chronology: what happened when, by whom it was written, and whether it may ever go to a
    /// prosecution (B02). A correction keeps the old text in the ledger.
    package static let caseEntry = Mechanism(
        "case-entry", chapter: .sharing, serves: ["B02"],
        fields: [
            .link("case", to: "case", required: true),
            .period("happened-on", required: true),
            .text("text", .confidential, required: true),
            .text("heard-from", .confidential),
            .code("disclosure", list: "disclosures", required: true),
        ],
        states: ["draft", "final"], titledBy: ["happened-on"], listedBy: ["case", "happened-on", "disclosure"],
        retention: [Retention(after: .field("happened-on"), "retention-case-entry", then: .review)],
        transitions: [
            .opening("write", to: "draft", by: .caseStaff),
            .step("rewrite", from: ["draft"], to: "draft", by: .caseStaff),
            .step("finalise", from: ["draft"], to: "final", by: .caseStaff),
        ] + .correction(in: ["final"], by: .caseStaff))
}
