package import Access
import Crypto
import Mechanisms
package import Vocabulary

/// What a record says of the file that was kept for it.
package struct AttachmentReceipt: Sendable, Hashable {
    /// Bytes of the file.
    package let size: Int
    /// SHA-256 of the file, 64 hexadecimal digits: goes into the record, and so into the chain.
    package let hash: String
}

extension Ledger {
    /// Keeps the bytes of a file, sealed; the record that describes it is opened afterwards with what is returned here.
    ///
    /// A crash in between leaves sealed bytes without a record, which nobody can read and ``discard(_:under:)`` removes.
    ///
    /// - Parameters:
    ///   - document: The id that the record will have.
    ///   - person: Under whose key it is sealed, so that it goes with them when they are erased; nil where the file is
    ///     about nobody.
    /// - Throws: ``LedgerFailure/otherGrant(given:needed:)`` unless the grant lets open records;
    ///   ``LedgerFailure/personErased(person:)``; ``StoreFailure/duplicate(file:)`` where the document has a file already.
    package func keep(
        _ bytes: [UInt8], for document: RecordID, of person: RecordID?, under grant: Grant
    ) throws -> AttachmentReceipt {
        try Ledger.requireWriting(grant)
        guard isWritable, let vault else { throw LedgerFailure.closedFor(action: grant.action) }
        let key: SymmetricKey
        if let person {
            guard let kept = try vault.keysForSealing([person])[person] else {
                throw LedgerFailure.personErased(person: person)
            }
            if let fresh = kept.unsaved { try vault.save([(person, fresh)]) }
            key = kept.key
        } else {
            key = try derivedKey(for: .attachments)
        }
        let sealed = try KeyWrapping.seal(bytes, under: key, for: Ledger.use(document))
        try events.write { connection in
            try connection.execute(
                AttachmentTable.insert,
                [.text(document.description), .optional(person?.description), .bytes(sealed)])
        }
        return AttachmentReceipt(size: bytes.count, hash: hexadecimalText(SHA256.hash(data: bytes)))
    }

    /// The bytes of a document's file, after its being given out was written down.
    ///
    /// - Throws: As ``read(_:under:asOf:)``; ``LedgerFailure/notClean(document:state:)`` unless it was found clean, or
    ///   released by somebody who answers for it; ``LedgerFailure/damagedAttachment(document:)`` where it is not the file
    ///   whose hash the record has.
    package func attachment(of document: RecordID, under grant: Grant) throws -> [UInt8] {
        if let state = try record(document)?.state, !Ledger.givenOutStates.contains(state) {
            throw LedgerFailure.notClean(document: document, state: state)
        }
        let record = try read(document, as: LedgerEvent.download, under: grant, asOf: nil)
        guard let bytes = try opened(document), case .text(let hash)? = record.fields["hash"],
            hexadecimalText(SHA256.hash(data: bytes)) == hash
        else { throw LedgerFailure.damagedAttachment(document: document) }
        return bytes
    }

    /// The bytes of a file that no scanner has seen, for the scanner alone: no reading, since nobody sees them.
    package func unscanned(_ document: RecordID) throws -> [UInt8]? {
        guard let state = try record(document), Ledger.unscannedStates.contains(state.state) else { return nil }
        return try opened(document)
    }

    /// The bytes of a file that may be given out, for an index of words alone: no reading, since nobody sees them.
    ///
    /// - Parameter grant: For reading this record, as whoever decides asked the policy; nothing is given for another action.
    /// - Returns: Nil where there is no such file, or it is not the one whose hash the record has.
    package func indexed(_ document: RecordID, under grant: Grant) throws -> [UInt8]? {
        guard grant.action == .read, let state = try record(document), Ledger.givenOutStates.contains(state.state),
            case .text(let hash)? = state.fields["hash"], let bytes = try opened(document),
            hexadecimalText(SHA256.hash(data: bytes)) == hash
        else { return nil }
        return bytes
    }

    /// Keeps the bytes of a file that a field of a record will name.
    ///
    /// - Returns: Whether they were not there before.
    /// - Throws: As ``keep(_:for:of:under:)``.
    package func keep(_ bytes: [UInt8], as file: NamedFile, under grant: Grant) throws -> Bool {
        do {
            _ = try keep(bytes, for: file.id, of: nil, under: grant)
            return true
        } catch StoreFailure.duplicate { return false }
    }

    /// The bytes of a file that a field of a record names, after its being given out was written down.
    ///
    /// - Throws: As ``attachment(of:under:)``; whether it is clean, whoever asks has looked.
    package func attachment(_ file: NamedFile, under grant: Grant) throws -> [UInt8] {
        _ = try read(file.record, as: LedgerEvent.download, under: grant, asOf: nil)
        guard let bytes = try unscanned(file) else { throw LedgerFailure.damagedAttachment(document: file.record) }
        return bytes
    }

    /// The bytes of a file that a field of a record names, for the scanner alone: no reading, since nobody sees them.
    package func unscanned(_ file: NamedFile) throws -> [UInt8]? {
        try opened(file.id).flatMap { hexadecimalText(SHA256.hash(data: $0)) == file.hash ? $0 : nil }
    }

    /// Removes a file that no field names any more, or that was never named.
    package func discard(_ file: NamedFile, under grant: Grant) throws { try discard(file.id, under: grant) }

    /// The hash by which a file is known.
    package static func hash(of bytes: [UInt8]) -> String { hexadecimalText(SHA256.hash(data: bytes)) }

    /// Removes a file that was infected or withdrawn, or that never got a record.
    package func discard(_ document: RecordID, under grant: Grant) throws {
        try Ledger.requireWriting(grant)
        guard isWritable else { throw LedgerFailure.closedFor(action: grant.action) }
        let state = try record(document)?.state
        if let state, Ledger.givenOutStates.union(Ledger.unscannedStates).contains(state) {
            throw LedgerFailure.notClean(document: document, state: state)
        }
        try events.write { try $0.execute(AttachmentTable.delete, [.text(document.description)]) }
    }

    private func opened(_ document: RecordID) throws -> [UInt8]? {
        guard let vault else { throw LedgerFailure.closedFor(action: .read) }
        let row = try events.read { connection in
            try connection.first(AttachmentTable.select, [.text(document.description)]) { row in
                (person: row.optionalText(0), sealed: row.byteArray(1))
            }
        }
        guard let row else { return nil }
        let key: SymmetricKey? =
            if let person = row.person { try RecordID(person).flatMap { try vault.key(of: $0) } } else {
                try derivedKey(for: .attachments)
            }
        return key.flatMap { KeyWrapping.open(row.sealed, under: $0, for: Ledger.use(document)) }
    }

    private static func use(_ document: RecordID) -> [UInt8] { Array("attachment \(document)".utf8) }

    /// States of a document in which its file is given to those who may read it; papers of the library are `held`.
    package static let givenOutStates: Set = ["clean", "released", "held"]
    /// States of a document whose file waits for a scanner.
    package static let unscannedStates: Set = ["quarantined", "released"]
}
