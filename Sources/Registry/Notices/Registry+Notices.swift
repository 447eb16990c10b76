import Access
import Ledger
package import Mechanisms
package import Vocabulary

// Goals, in order: (1) what goes out is, byte for byte, what the second person looked at; (2) nothing is taken out by somebody
// who could not take the record itself out; (3) what may be published says the state of the record, and nobody's memory.

extension Registry {
    /// Records that a notice may be made from, by the kinds of notices: plans, and whatever their own rules have let out.
    package func noticeSources(_ asking: Asking) throws -> [NoticeSource] {
        let plans = try plans(asking).map { NoticeSource(record: $0.record, kind: "plan", title: $0.title) }
        let others = try Registry.noticeStates.keys.sorted().flatMap { kind in
            try readable(kind, asking).filter { Registry.mayStandInNotice($0) }.map { state in
                NoticeSource(record: state.record, kind: kind, title: Registry.noticeTitle(of: state))
            }
        }
        return plans + others
    }

    /// Whether a record, as it is now, may be published as a notice of a kind.
    package func mayStandInNotice(_ record: RecordID, as kind: String) throws -> Bool {
        guard let state = try ledger.record(record), state.mechanism == kind else { return false }
        return Registry.mayStandInNotice(state)
    }

    /// Proposes content for publication: sealed as it is, and read by a second person before it goes out.
    ///
    /// - Parameters:
    ///   - content: As it will be frozen.
    ///   - about: The record that it was made from; whoever proposes must have leave to take it out of the house.
    ///   - asOf: The day whose state it shows.
    ///   - key: The id that the notice gets; the same again makes a repetition harmless.
    /// - Throws: As ``submit(_:_:key:)``.
    package func proposeNotice(
        _ content: [UInt8], titled title: String, kind: String, about: RecordID?, asOf: CalendarDate?,
        _ asking: Asking, key: RecordID? = nil
    ) throws -> (record: RecordID, outcome: SubmissionOutcome) {
        let grant = try leaveToOpen(asking, mechanism("public-notice"))
        if let about { _ = try leave(asking, .export, on: about) }
        var random = SystemRandomNumberGenerator()
        let record = key ?? RecordID(at: clock(), using: &random)
        let file = NamedFile(of: record, at: Registry.noticeContentPlace, hash: Ledger.hash(of: content))
        let isFresh = try ledger.keep(content, as: file, under: grant)
        var isKept = false
        defer { if isFresh, !isKept { try? ledger.discard(file, under: grant) } }
        var changes: [String: FieldValue] = [
            "title": .text(title), "kind": .code(kind), "hash": .text(file.hash),
        ]
        changes["about"] = about.map { .link($0) }
        changes["as-of"] = asOf.map { .period(.day($0)) }
        let command = Command(
            mechanism: "public-notice", record: record, transition: "propose", changes: changes,
            effective: .day(today))
        let outcome = try submit([command], asking, key: key?.description, byRegister: true)
        if case .written = outcome { isKept = true }
        return (record, outcome)
    }

    /// What was proposed, byte for byte, for whoever may read the notice; the reading is written down.
    ///
    /// - Throws: ``RegistryRefusal/notFound``; ``Ledger/LedgerFailure/damagedAttachment(document:)``.
    package func noticeContent(of record: RecordID, _ asking: Asking) throws -> [UInt8] {
        let (grant, standpoint) = try leave(asking, .read, on: record)
        guard standpoint.mechanism.name == "public-notice", let hash = try ledger.record(record)?.text("hash") else {
            throw RegistryRefusal.notFound
        }
        return try ledger.attachment(
            NamedFile(of: record, at: Registry.noticeContentPlace, hash: hash), under: grant)
    }

    /// Writes down that a notice goes out under a number, frozen with a hash.
    ///
    /// - Parameter check: What whoever lets it out looked at.
    /// - Throws: As ``submit(_:_:key:)``.
    package func publishNotice(
        _ notice: NoticeHead, as number: Int, frozen hash: String, check: String, _ asking: Asking
    ) throws -> SubmissionOutcome {
        try take(
            "publish", of: notice,
            ["check": .text(check), "number": .integer(number), "frozen": .text(hash)], reason: nil, asking)
    }

    /// Writes down that a notice is taken back.
    ///
    /// - Throws: As ``submit(_:_:key:)``.
    package func withdrawNotice(
        _ notice: NoticeHead, because reason: String, _ asking: Asking
    ) throws -> SubmissionOutcome {
        try take("withdraw", of: notice, [:], reason: reason, asking)
    }

    /// The notices that the one who asks may read, the newest first.
    package func notices(_ asking: Asking) throws -> [NoticeHead] {
        try readable("public-notice", asking).reversed().compactMap(head)
    }

    /// One of them.
    ///
    /// - Throws: ``RegistryRefusal/notFound``, the same for one that is not there and one that is not for the asker.
    package func notice(_ record: RecordID, _ asking: Asking) throws -> NoticeHead {
        _ = try leave(asking, .read, on: record)
        guard let state = try ledger.record(record), state.mechanism == "public-notice", let head = try head(state)
        else { throw RegistryRefusal.notFound }
        return head
    }

    /// Whether it was the one who asks that proposed a notice: another person lets it out.
    package func hasProposed(_ notice: RecordID, _ asking: Asking) throws -> Bool {
        _ = try leave(asking, .read, on: notice)
        return try ledger.history(of: notice).contains {
            $0.draft.kind == "propose" && $0.account == asking.actor.account
        }
    }

    /// Every notice that was ever let out, by number, for the archive alone.
    package func noticesLetOut() throws -> [NoticeLetOut] {
        try ledger.records(of: "public-notice").compactMap { record in
            guard let state = try ledger.record(record), let number = state.given("number"),
                let frozen = state.text("frozen")
            else { return nil }
            guard state.state == "withdrawn", let event = try ledger.history(of: record).last else {
                return NoticeLetOut(number: number, frozen: frozen, withdrawn: nil)
            }
            return NoticeLetOut(
                number: number, frozen: frozen,
                withdrawn: .init(on: event.recordedAt.day, because: event.draft.reason ?? ""))
        }.sorted { $0.number < $1.number }
    }

    /// Where in a notice its content lies.
    private static let noticeContentPlace = "content"

    /// In which state a record of a kind has been let out by its own rules.
    private static let noticeStates = [
        "compliance-record": "published", "good-practice": "published", "press-release": "issued",
    ]

    private static func mayStandInNotice(_ state: RecordState) -> Bool {
        if state.mechanism == "plan" { return true }
        guard noticeStates[state.mechanism] == state.state else { return false }
        // What was made known to experts or ministers is not for the public.
        return state.mechanism != "compliance-record" || state.code("publicity") == "public"
    }

    private static func noticeTitle(of state: RecordState) -> String {
        guard state.mechanism == "compliance-record" else { return state.text("title") ?? "" }
        return [state.text("standard"), state.code("country"), state.fields["period"]?.time?.description]
            .compactMap(\.self).joined(separator: ", ")
    }

    private func head(_ state: RecordState) throws -> NoticeHead? {
        guard let hash = state.text("hash"), let kind = state.code("kind") else { return nil }
        let about = state.link("about")
        return NoticeHead(
            record: state.record, version: state.version, state: state.state, title: state.text("title") ?? "",
            kind: kind, about: about, asOf: state.firstDay("as-of"), number: state.given("number"),
            frozen: state.text("frozen"), hash: hash,
            stands: try about.map { try mayStandInNotice($0, as: kind) } ?? true)
    }

    private func take(
        _ step: String, of notice: NoticeHead, _ changes: [String: FieldValue], reason: String?, _ asking: Asking
    ) throws -> SubmissionOutcome {
        let command = Command(
            mechanism: "public-notice", record: notice.record, transition: step, expectedVersion: notice.version,
            changes: changes, effective: .day(today), reason: reason)
        return try submit([command], asking, key: nil, byRegister: true)
    }
}

extension FieldValue {
    fileprivate var time: Period? { if case .period(let period) = self { period } else { nil } }
}
