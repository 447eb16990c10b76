import Access
import Ledger
import Mechanisms
import Publication
import Registry
import Synchronization
import Vocabulary
import Website

// Goals, in order: (1) nothing goes out that a second person did not let out, byte for byte; (2) what is recorded is published
// and the other way round, whatever ends in between; (3) what is taken back is gone from the site, whatever ends in between.

/// The one way from a register to a public notice: what `rapporteur notice` and the desk of notices both do.
final class NoticeWork: NoticePress {
    private let folder: NoticeFolder
    private let registry: Registry
    private let languages: [Texts]
    /// Told after each change of what the public may see.
    private let changed: @Sendable () throws -> Void
    /// Contents by their hash.
    private let understood = Mutex<[String: NoticeContent]>([:])
    /// Two who publish at once would take the same number.
    private let turn = Mutex(())

    /// - Parameter registry: Of a ledger that is open for writing.
    init(
        _ register: RegisterFolder, _ registry: Registry, languages: [Texts],
        changed: @escaping @Sendable () throws -> Void = {}
    ) {
        folder = NoticeFolder(of: register)
        (self.registry, self.languages, self.changed) = (registry, languages, changed)
    }

    func history() throws -> NoticeHistory { try folder.history() }

    func propose(_ proposal: NoticeProposal, _ asking: Asking, key: RecordID?) throws -> RecordID {
        let content = proposal.content
        let (record, outcome) = try registry.proposeNotice(
            content.bytes(), titled: content.title, kind: content.kind.rawValue, about: proposal.about,
            asOf: content.asOf.flatMap { CalendarDate($0) }, asking, key: key)
        try require(outcome)
        return record
    }

    /// The reading is written down each time; what was read is understood once, since plans of thousands of actions take long.
    func content(of notice: RecordID, _ asking: Asking) throws -> NoticeContent {
        let bytes = try registry.noticeContent(of: notice, asking)
        let hash = digest(of: bytes)
        if let found = understood.withLock({ $0[hash] }) { return found }
        let content = try NoticeContent.read(bytes, notice: "notice \(notice)")
        understood.withLock { kept in
            if kept.count >= NoticeWork.mostUnderstood { kept.removeAll() }
            kept[hash] = content
        }
        return content
    }

    private static let mostUnderstood = 8

    func publish(_ notice: RecordID, check: String, _ asking: Asking) throws -> Notice {
        let content = try content(of: notice, asking)
        let published = try turn.withLock { _ in
            let head = try registry.notice(notice, asking)
            guard head.state == "proposed" else { throw NoticeRefusal.notProposed(state: head.state) }
            guard head.stands else { throw NoticeRefusal.sourceGone }
            let archive = try NoticeArchive.freeze(
                content, on: OpenRegister.clock().day, after: soundHistory().latest, texts: languages)
            try folder.prepare(archive)
            do {
                try require(
                    registry.publishNotice(
                        head, as: archive.notice.number, frozen: archive.hash, check: check, asking))
            } catch {
                // The ledger knows of none: what was prepared goes again.
                _ = try soundHistory()
                throw error
            }
            try folder.publish(archive)
            return archive.notice
        }
        tell()
        return published
    }

    func withdraw(_ notice: RecordID, because reason: String, _ asking: Asking) throws {
        try turn.withLock { _ in
            let head = try registry.notice(notice, asking)
            guard head.state == "published" else { throw NoticeRefusal.nothingToWithdraw }
            _ = try soundHistory()
            try require(registry.withdrawNotice(head, because: reason, asking))
            _ = try soundHistory()
        }
        tell()
    }

    /// Puts in place what the ledger says, where the program ended in between; for the start of the house.
    func mend() throws { _ = try turn.withLock { _ in try soundHistory() } }

    /// What was published stays published, even where the site cannot be made anew before the next start.
    private func tell() {
        do { try changed() } catch { Talk.say("The public site shows this after the next start (\(error)).") }
    }

    /// The notices, after an interrupted one was put in place and what was taken back is marked so, checked against the
    /// ledger.
    private func soundHistory() throws -> NoticeHistory {
        let letOut = try registry.noticesLetOut()
        let hashes = Set(letOut.map(\.frozen))
        try folder.finishInterrupted { hashes.contains($0) }
        let history = try folder.history()
        if let gone = letOut.first(where: { history[$0.number]?.hash != $0.frozen }) {
            throw CommandFailure.noticeGone(number: gone.number)
        }
        let withdrawn = letOut.compactMap { notice in
            notice.withdrawn.map { Withdrawal(number: notice.number, on: $0.on, reason: $0.because) }
        }
        guard withdrawn.contains(where: { history.withdrawn[$0.number] == nil }) else { return history }
        try folder.keep(withdrawn: withdrawn)
        return try folder.history()
    }

    private func require(_ outcome: SubmissionOutcome) throws {
        switch outcome {
        case .written: break
        case .refused(let refusal): throw refusal
        case .conflict: throw NoticeRefusal.overtaken
        }
    }
}
