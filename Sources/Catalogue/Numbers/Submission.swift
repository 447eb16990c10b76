import Access
package import Mechanisms

extension Mechanism {
    /// A form of somebody's that was filled from a release and handed in: who asked, about what, from which release, with the
    /// hash of what was said (B87). Only the register itself says so: after it compared what was said before.
    package static let submission = Mechanism(
        "submission", chapter: .numbers, serves: ["B87"],
        fields: [
            .integer("number", in: 1...999_999, required: true),
            .text("requester", required: true),
            .period("period", required: true),
            .integer("release", in: 1...999_999, required: true),
            .integer("cells", in: 1...Int(Int32.max), required: true),
            .integer("unfilled", in: 0...Int(Int32.max), required: true),
            .text("hash", required: true),
        ],
        states: ["sent", "withdrawn"], closedStates: ["withdrawn"], titledBy: ["number", "requester"],
        listedBy: ["requester", "period"],
        transitions: [
            .opening("send", to: "sent", by: .statisticians, isByRegister: true),
            .step("withdraw", from: ["sent"], to: "withdrawn", by: .statisticians, needs: [ReasonGiven()]),
        ])
}
