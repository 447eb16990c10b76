import Access
package import Mechanisms

extension Mechanism {
    /// An issue of the manual of contacts: what the register said of them when it was issued, under a number (B51).
    ///
    /// It holds no contacts: they are read from the ledger as they stood at its own event (decision 0222).
    package static let contactManual = Mechanism(
        "contact-manual", chapter: .network, serves: ["B51"],
        fields: [
            .text("number", required: true),
            .link("issued-by", to: "organisation", required: true),
            .period("issued-on", required: true),
            .text("remark"),
        ],
        states: ["issued", "withdrawn"], closedStates: ["withdrawn"], titledBy: ["number"],
        listedBy: ["issued-by", "issued-on"],
        transitions: [
            .opening(
                "issue", to: "issued", by: .secretariat,
                needs: [ToTheDay("issued-on"), KeyAlone("number", in: "issued-by", isFree: true)]),
            .step(
                "withdraw", from: ["issued"], to: "withdrawn", by: .secretariat, needs: [ReasonGiven(), ChangesOnly()]),
        ])
}
