import Access
import Ledger
import Mechanisms
package import Vocabulary

/// A file that somebody gives for a record.
package struct GivenFile: Sendable {
    package let name: String
    /// Checked against the bytes by the one who took it.
    package let mediaType: String
    package let bytes: [UInt8]
    /// A code of `disclosures`; nil where nobody said.
    package let disclosure: String?

    package init(name: String, mediaType: String, bytes: [UInt8], disclosure: String?) {
        self.name = name
        self.mediaType = mediaType
        self.bytes = bytes
        self.disclosure = disclosure
    }
}

/// What is known of a file's harmlessness.
package enum FileVerdict: String, Sendable, CaseIterable {
    /// Nobody could look yet: it is kept and given to nobody.
    case waiting
    case clean
    /// Its bytes are thrown away; the record of it stays.
    case infected
}

extension Registry {
    /// Keeps a file sealed and opens the record that describes it, or neither.
    ///
    /// - Parameters:
    ///   - about: The record that it belongs to; one out of reach is refused like one that is not there.
    ///   - effective: When it was received.
    /// - Throws: As ``submit(_:_:key:)``.
    package func attach(
        _ file: GivenFile, to about: RecordID, found verdict: FileVerdict, effective: Period, _ asking: Asking,
        key: String?
    ) throws -> SubmissionOutcome {
        let mechanism = try mechanism("document")
        let grant = try leaveToOpen(asking, mechanism)
        guard try mayDo(asking, mechanism.demand(of: "about"), to: about),
            let target = try standpoint(of: asking.actor, to: about), let state = try ledger.record(about)
        else {
            return .refused(
                Refusal(
                    Refusal.Problem(
                        .brokenLink, mechanism: mechanism.name, field: "about", "names a record that is no “any”.")))
        }
        var random = SystemRandomNumberGenerator()
        let document = RecordID(at: clock(), using: &random)
        let receipt = try ledger.keep(file.bytes, for: document, of: target.mechanism.person(in: state), under: grant)
        var changes: [String: FieldValue] = [
            "about": .link(about), "name": .text(file.name), "media-type": .text(file.mediaType),
            "size": .integer(receipt.size), "hash": .text(receipt.hash),
        ]
        changes["disclosure"] = file.disclosure.map(FieldValue.code)
        let transition =
            switch verdict {
            case .waiting: "attach"
            case .clean: "attach-clean"
            case .infected: "attach-infected"
            }
        var isKept = false
        // What has no record, what is infected, and what came before under the same key.
        defer { if !isKept { try? ledger.discard(document, under: grant) } }
        let outcome = try submit(
            [
                Command(
                    mechanism: mechanism.name, record: document, transition: transition, changes: changes,
                    effective: effective)
            ], asking, key: key, byRegister: true)
        if case .written(let versions) = outcome { isKept = versions[document] != nil && verdict != .infected }
        return outcome
    }

    /// A document's file, for those who may read the document up to its confidential fields; the reading is written down.
    ///
    /// - Throws: ``RegistryRefusal/notFound`` as ``read(_:_:asOf:)``; the ledger's refusal where it was not found clean.
    package func file(of document: RecordID, _ asking: Asking) throws -> GivenFile {
        let (grant, standpoint) = try leave(asking, .read, on: document)
        guard standpoint.mechanism.name == "document" else { throw RegistryRefusal.notFound }
        guard grant.ceiling >= .confidential, let state = try ledger.record(document),
            case .text(let name)? = state.fields["name"], case .text(let type)? = state.fields["media-type"]
        else { throw RegistryRefusal.notForYou(action: .read, rule: grant.rule) }
        let bytes = try ledger.attachment(of: document, under: grant)
        return GivenFile(name: name, mediaType: type, bytes: bytes, disclosure: nil)
    }

    /// Whether the one who asks may have the file of a document that they see; nothing is written down.
    package func mayHaveFile(of view: RecordView, _ asking: Asking) -> Bool {
        guard view.mechanism == "document", Ledger.givenOutStates.contains(view.state),
            let grant = grant(asking, .read, on: view)
        else { return false }
        return grant.ceiling >= .confidential
    }

    /// Whether the one who asks may give a file for a record that they see; nothing is written down.
    package func mayAttach(to view: RecordView, _ asking: Asking) -> Bool {
        guard let documents = book.mechanism("document"), !view.isClosed,
            (try? leaveToOpen(asking, documents)) != nil
        else { return false }
        return grant(asking, documents.demand(of: "about"), on: view) != nil
    }

    /// The bytes of a file that waits for the scanner, where the one who asks may change the document; for the scanner.
    ///
    /// - Returns: With the version of the document; nil where it does not wait (any more).
    /// - Throws: ``RegistryRefusal/notFound`` as ``read(_:_:asOf:)``.
    package func waitingFile(
        of document: RecordID, _ asking: Asking
    ) throws -> (bytes: [UInt8], version: Int)? {
        let (_, standpoint) = try leave(asking, .write, on: document)
        guard standpoint.mechanism.name == "document" else { throw RegistryRefusal.notFound }
        guard let bytes = try ledger.unscanned(document), let version = try ledger.record(document)?.version else {
            return nil
        }
        return (bytes, version)
    }

    /// Writes down what the scanner found in a file that waited.
    package func settle(
        _ document: RecordID, found verdict: FileVerdict, version: Int, on day: CalendarDate, _ asking: Asking
    ) throws -> SubmissionOutcome {
        let outcome = try submit(
            [
                Command(
                    mechanism: "document", record: document, transition: verdict == .clean ? "clear" : "condemn",
                    expectedVersion: version, changes: [:], effective: .day(day))
            ], asking, key: nil, byRegister: true)
        if case .written = outcome, verdict == .infected {
            try ledger.discard(document, under: leave(asking, .write, on: document).grant)
        }
        return outcome
    }
}

extension Mechanism {
    /// The person whose record it is, or about whom it is; nil where it is about nobody.
    fileprivate func person(in state: RecordState) -> RecordID? {
        switch subject {
        case .itself: state.record
        case .person(let field): if case .link(let person)? = state.fields[field] { person } else { nil }
        case .nobody: nil
        }
    }
}
