package import Crypto
package import Foundation
package import Ledger
package import Vocabulary

/// What the workbench keeps for an account outside the ledger: drafts and saved views, a sealed file each.
///
/// The key is the account's own, made from the house's secret: neither a stolen disk nor another account opens a file.
/// What speaks of persons is sealed under their keys besides: with the erasure of one of them it is gone, in every copy
/// of the folder too. Names of files and folders say nothing of whom or what. Drafts and views older than ``longestKept`` are
/// taken away.
package struct SealedShelf: Sendable {
    /// What lies on it.
    enum Kind: String, Sendable {
        case draft, view
        /// What the last check of the ledger found; of the house itself.
        case check
        /// What is remembered of an import.
        case importing
        /// What is to be released, and what was decided on it.
        case releasing
        /// Answers to a questionnaire that cannot be taken as they are yet.
        case answering
        /// The address to which an account's reminders go.
        case mail
        /// Which reminders went there.
        case reminded

        /// Whether it stays however long nobody touches it.
        var isKept: Bool { self == .mail || self == .reminded }
    }

    struct Paper: Sendable {
        let id: String
        let bytes: [UInt8]
    }

    private let folder: URL
    private let secret: SymmetricKey
    private let keys: BoundPaper.Keys

    /// Papers of one kind that an account may have; one more pushes out the oldest.
    static let most = 50
    static let mostBytes = 256 << 10
    /// In seconds: thirty days.
    static let longestKept: TimeInterval = 30 * 86_400

    /// - Parameters:
    ///   - folder: Made where it is missing, for its owner only.
    ///   - secret: Of the house, always the same; with another, what lies there can no longer be opened.
    ///   - keys: The key bound to some persons, nil where one of them was erased; the second word says whether persons
    ///     without a key get one.
    package init(
        folder: URL, secret: SymmetricKey,
        keys: @escaping @Sendable (_ persons: Set<RecordID>, _ makesMissing: Bool) throws -> SymmetricKey?
    ) {
        self.folder = folder
        self.secret = secret
        self.keys = keys
    }

    /// The shelf of a register, under keys of its ledger.
    ///
    /// - Throws: ``LedgerFailure`` where the vault cannot be read.
    package init(folder: URL, of ledger: Ledger) throws {
        self.init(folder: folder, secret: try ledger.derivedKey(for: .drafts)) { persons, makesMissing in
            try ledger.derivedKey(for: .drafts, boundTo: persons, makesMissing: makesMissing)
        }
    }

    /// - Parameter persons: Of whom it speaks, none of them erased: it goes with the first of them.
    /// - Throws: ``WorkbenchRefusal/draftTooLong(limit:)``, ``WorkbenchRefusal/shelfUnusable(reason:)``.
    func put(
        _ bytes: [UInt8], as kind: Kind, _ id: String, of account: String, about persons: Set<RecordID>
    ) throws(WorkbenchRefusal) {
        guard bytes.count <= SealedShelf.mostBytes else { throw .draftTooLong(limit: SealedShelf.mostBytes) }
        do {
            let place = place(of: account)
            try FileManager.default.createDirectory(
                at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            guard let bound = try BoundPaper(bytes, about: persons).sealed(keys, authenticating: label(kind, id)) else {
                throw WorkbenchRefusal.shelfUnusable(reason: "a person of whom it speaks was erased")
            }
            let box = try AES.GCM.seal(bound, using: key(of: account), authenticating: label(kind, id))
            guard let sealed = box.combined else { throw WorkbenchRefusal.shelfUnusable(reason: "not sealed") }
            let file = place.appending(path: "\(id).\(kind.rawValue)")
            try sealed.write(to: file, options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        } catch let refusal as WorkbenchRefusal { throw refusal } catch {
            throw .shelfUnusable(reason: "\((error as NSError).domain) \((error as NSError).code)")
        }
        for old in names(kind, of: account).dropFirst(SealedShelf.most) { remove(kind, old, of: account) }
    }

    /// Nil where there is none of that id, none that this account's key opens, or one that speaks of somebody who was
    /// erased: that is taken away, since nothing opens it any more.
    func get(_ kind: Kind, _ id: String, of account: String) -> [UInt8]? {
        guard SealedShelf.isID(id),
            let sealed = try? Data(contentsOf: place(of: account).appending(path: "\(id).\(kind.rawValue)")),
            let box = try? AES.GCM.SealedBox(combined: sealed),
            let plain = try? AES.GCM.open(box, using: key(of: account), authenticating: label(kind, id))
        else { return nil }
        guard let paper = BoundPaper(opening: Array(plain), keys, authenticating: label(kind, id)) else {
            remove(kind, id, of: account)
            return nil
        }
        return paper.bytes
    }

    /// Everything of a kind, newest first.
    func all(_ kind: Kind, of account: String) -> [Paper] {
        names(kind, of: account).compactMap { id in get(kind, id, of: account).map { Paper(id: id, bytes: $0) } }
    }

    func remove(_ kind: Kind, _ id: String, of account: String) {
        guard SealedShelf.isID(id) else { return }
        try? FileManager.default.removeItem(at: place(of: account).appending(path: "\(id).\(kind.rawValue)"))
    }

    /// Takes away what nobody has touched for ``longestKept``.
    ///
    /// - Parameter now: Seconds since 1970.
    func sweep(_ account: String, now: TimeInterval) {
        for (file, changed) in files(of: account) where now - changed > SealedShelf.longestKept {
            if Kind(rawValue: file.pathExtension)?.isKept == true { continue }
            try? FileManager.default.removeItem(at: file)
        }
    }

    private func names(_ kind: Kind, of account: String) -> [String] {
        files(of: account).filter { $0.file.pathExtension == kind.rawValue }
            .sorted { ($0.changed, $0.file.path) > ($1.changed, $1.file.path) }
            .map { $0.file.deletingPathExtension().lastPathComponent }
    }

    private func files(of account: String) -> [(file: URL, changed: TimeInterval)] {
        let found = try? FileManager.default.contentsOfDirectory(
            at: place(of: account), includingPropertiesForKeys: [.contentModificationDateKey])
        return (found ?? []).map { file in
            let changed = try? file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
            return (file, changed?.timeIntervalSince1970 ?? 0)
        }
    }

    private func place(of account: String) -> URL {
        let name = HMAC<SHA256>.authenticationCode(for: Data("folder \(account)".utf8), using: secret)
        return folder.appending(
            path: name.prefix(16).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
                .joined())
    }

    private func key(of account: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: secret, info: Data("shelf \(account)".utf8), outputByteCount: 32)
    }

    private func label(_ kind: Kind, _ id: String) -> Data { Data("\(kind.rawValue) \(id)".utf8) }

    /// Ids are the house's own: 36 letters, digits and hyphens, nothing that could climb out of the folder.
    static func isID(_ text: String) -> Bool {
        text.utf8.count == 36
            && text.utf8.allSatisfy {
                $0 == UInt8(ascii: "-") || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
                    || ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "f"))
            }
    }
}
