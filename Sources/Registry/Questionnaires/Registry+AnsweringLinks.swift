import Access
import Ledger
import Mechanisms
package import Vocabulary

extension Registry {
    /// Lets somebody without an account answer one response. An older link of the same response is taken back.
    ///
    /// - Parameters:
    ///   - hash: Of the secret that is shown once; it is all that is kept.
    ///   - last: The last day on which it is good.
    /// - Throws: As ``submit(_:_:key:)``.
    package func makeLink(
        to response: RecordID, hash: String, until last: CalendarDate, _ asking: Asking
    ) throws -> (link: RecordID, outcome: SubmissionOutcome) {
        var random = SystemRandomNumberGenerator()
        let link = RecordID(at: clock(), using: &random)
        let older = try goodLinks(to: response).map { state in
            Command(
                mechanism: "answering-link", record: state.record, transition: "take-back",
                expectedVersion: state.version, changes: [:], effective: .day(today))
        }
        let made = Command(
            mechanism: "answering-link", record: link, transition: "make",
            changes: ["response": .link(response), "hash": .text(hash), "until": .period(.day(last))],
            effective: .day(today))
        return (link, try submit(older + [made], asking, key: nil, byRegister: true))
    }

    /// Links that still lead to a response; whoever asks was let in to it before.
    private func goodLinks(to response: RecordID) throws -> [RecordState] {
        try ledger.records(linkedTo: response, by: "response").filter {
            $0.mechanism == "answering-link" && $0.state == "good"
        }
    }

    /// The link that leads to a response now, with its last day; nil where none does, or for whoever may not read it.
    package func link(to response: RecordID, _ asking: Asking) throws -> AnsweringLinkHead? {
        try goodLinks(to: response).compactMap { state -> AnsweringLinkHead? in
            guard try mayDo(asking, .read, to: state.record), let until = state.lastDay("until"), until >= today else {
                return nil
            }
            return AnsweringLinkHead(record: state.record, version: state.version, until: until)
        }.first
    }

    /// Who somebody is that comes with a link: nobody but the link itself, which the policy lets write its response.
    ///
    /// - Throws: ``RegistryRefusal/linkNotGood``, the same for a link that is not there, of another secret, over, or taken
    ///   back.
    package func bearer(of link: RecordID, hash: String) throws -> (asking: Asking, response: RecordID) {
        guard let state = try ledger.record(link), state.mechanism == "answering-link", state.state == "good",
            state.text("hash") == hash, let until = state.lastDay("until"), until >= today,
            let response = state.link("response")
        else { throw RegistryRefusal.linkNotGood }
        let actor = Actor(account: "link-\(link)", function: .respondent, organisation: nil, post: link)
        return (Asking(actor), response)
    }
}

/// A link that leads to a response.
package struct AnsweringLinkHead: Sendable {
    package let record: RecordID
    package let version: Int
    /// The last day on which it is good.
    package let until: CalendarDate
}
