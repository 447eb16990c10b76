import Access
package import Mechanisms

extension Mechanism {
    /// A paper that an institution issued: held with its text, or only cited by one that is (B103).
    ///
    /// Its text lies sealed beside the ledger, its hash stands in it. The library has papers that are public or for the
    /// professionals of the network, and nothing of a person: what is stricter is a file of a record (decision 0225).
    package static let libraryDocument = Mechanism(
        "library-document", chapter: .library, serves: ["B103"],
        fields: [
            .text("number"),
            .text("title"),
            .text("author-body"),
            .period("dated"),
            .code("language", list: "languages"),
            .code("kind", list: "document-kinds"),
            .code("marking", list: "library-markings"),
            .codes("pillars", list: "plan-pillars"),
            .text("subjects"),
            .text("file-name"),
            .text("file-hash"),
            .text("hash"),
            .integer("size", in: 0...Int(Int32.max)),
        ],
        states: ["cited", "held", "withdrawn"], closedStates: ["withdrawn"], titledBy: ["number", "title"],
        listedBy: ["number", "author-body", "dated", "language", "kind", "marking"],
        transitions: [
            .opening("enter", to: "held", by: .planners, needs: whole + [description]),
            .opening(
                "cite", to: "cited", by: .planners, needs: [FilledUnless("number", excusedBy: "title"), description]),
            .step("hold", from: ["cited"], to: "held", by: .planners, needs: whole + [description]),
            // Whoever types a hash has no text for it: a text comes in with its file only.
            .step(
                "take-in", from: ["cited", "held"], to: "held", by: .planners, needs: whole + [Filled("hash")],
                isByRegister: true),
            .step("withdraw", from: ["cited", "held"], to: "withdrawn", by: .planners, needs: [ReasonGiven()]),
        ] + .correction(in: ["held"], by: .planners, needs: whole + [description]))

    private static let whole: [any Guard] = [Filled("title"), Filled("marking")]
    private static let description = ChangesOnly(
        "number", "title", "author-body", "dated", "language", "kind", "marking", "pillars", "subjects")
}
