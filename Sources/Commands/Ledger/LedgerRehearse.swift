import Access
import ArgumentParser
import Foundation
import Ledger
import Mechanisms
import SQLiteStore
import Vocabulary

struct LedgerRehearse: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse", abstract: "Restore the newest backup somewhere else, prove it, and leave nothing.",
        discussion:
            "The register goes on working meanwhile and is not changed. Ends with 1 where the backup is no good.")
    static let rule = CommandRule.post(.systemOperator, [.restore, .backup])
    static let output = CommandOutput.talk

    @Argument(help: "A backup, or the folder in which backups are collected.")
    var backups: String

    @Option(help: "Where the copy is put together; by default where the system keeps temporary files.")
    var scratch: String?

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let backup = try newest()
        let grant = try Self.grant(.restore)
        let book = try BookLoader(resources: Resources.find()).book(of: register)
        let place = URL(fileURLWithPath: scratch ?? NSTemporaryDirectory()).appending(
            path: "rehearsal-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: place, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CommandFailure.unwritable(file: place.path, reason: "the folder cannot be made")
        }
        defer { try? FileManager.default.removeItem(at: place) }
        try copyKeys(to: place.appending(path: "vault.sqlite").path)
        let site = try RestoringFolder(
            backup: backup.path, into: place.path,
            keyPath: register.keyPath ?? register.url.appending(path: "master.key").path)
        let proof = try Ledger.rehearse(
            at: site, rules: ProjectionRules(book.mechanisms), under: grant, clock: OpenRegister.clock)
        print(report(proof, of: backup))
    }

    /// The newest file with a manifest beside it.
    private func newest() throws -> URL {
        let named = URL(fileURLWithPath: backups)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: named.path, isDirectory: &isFolder) else {
            throw CommandFailure.unreadable(file: backups, reason: "there is no such file or folder")
        }
        if !isFolder.boolValue { return named }
        let files = try FileManager.default.contentsOfDirectory(
            at: named, includingPropertiesForKeys: [.contentModificationDateKey])
        let found = files.filter { FileManager.default.fileExists(atPath: $0.path + ".manifest") }
        guard let newest = found.max(by: { age($0) < age($1) }) else {
            throw CommandFailure.unreadable(file: backups, reason: "no backup with a manifest lies in it")
        }
        return newest
    }

    private func age(_ file: URL) -> Date {
        (try? file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate) ?? .distantPast
    }

    /// A consistent copy of the key vault, still wrapped, while others write to it.
    private func copyKeys(to path: String) throws {
        let grant = try Self.grant(.backup)
        let open = try OpenRegister.open(register, for: .reading)
        try open.ledger.backupKeys(to: path, under: grant)
        try open.close()
    }

    private func report(_ proof: Rehearsal, of backup: URL) -> String {
        let counts = proof.records.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
        return """
            Restored and proved: \(backup.lastPathComponent), signed at \(proof.checkpoint.signedAt).
            Events: \(proof.verification.events), of \(proof.checkpoint.sequence) that the manifest was signed over.
            Chain: sound, and it meets the manifest's hash \(proof.checkpoint.hash).
            Derived tables: equal to a rebuild. Persons erased again: \(proof.erasedAgain).
            Records:
            \(counts.joined(separator: "\n"))
            Nothing of the copy was left behind.
            """
    }
}
