import Foundation
import Publication
import SQLiteStore

/// A folder of a register with one folder for each archive, named by its number, never changed.
struct FrozenFolder<Archive: FrozenArchive> {
    let url: URL

    init(of register: RegisterFolder) { url = register.url.appending(path: Archive.place) }

    /// All archives, each file checked against its manifest.
    ///
    /// - Throws: K102 where there is no such register: an empty list would say that nothing was ever published.
    func archives() throws -> [Archive] {
        let register = url.deletingLastPathComponent().path
        guard FileManager.default.fileExists(atPath: register) else {
            throw CommandFailure.unreadable(file: register, reason: "there is no such folder")
        }
        guard FileManager.default.fileExists(atPath: url.path) else { return [] }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: url.path).filter(Self.isArchive).sorted()
        } catch {
            throw CommandFailure.unreadable(file: url.path, reason: "the folder does not let it")
        }
        return try names.map { try Archive.read(files(of: $0), name: $0) }
    }

    /// How many there are, without looking into them.
    var count: Int {
        ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).count(where: Self.isArchive)
    }

    /// What was taken back; none where nothing says so.
    func withdrawals() throws -> [Withdrawal] {
        guard let data = try? Data(contentsOf: url.appending(path: WithdrawalFile.name)) else { return [] }
        return try WithdrawalFile.read(Array(data))
    }

    func keep(withdrawn: some Sequence<Withdrawal>) throws {
        let file = url.appending(path: WithdrawalFile.name)
        let bytes = try WithdrawalFile.bytes(of: withdrawn)
        do { try Data(bytes).write(to: file, options: .atomic) } catch {
            throw CommandFailure.unwritable(file: file.path, reason: "the disk or its rights do not let it")
        }
        sync()
    }

    private static func isArchive(_ name: String) -> Bool { !name.hasPrefix(".") && name != WithdrawalFile.name }

    /// Puts an archive into a folder that nobody serves yet, forced to the disk.
    func prepare(_ archive: Archive) throws {
        let folder = preparing(archive.folder)
        try? FileManager.default.removeItem(at: folder)
        for (name, bytes) in archive.files.sorted(by: { $0.key < $1.key }) {
            let file = folder.appending(path: name)
            do {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: file, options: .atomic)
            } catch {
                try? FileManager.default.removeItem(at: folder)
                throw CommandFailure.unwritable(file: file.path, reason: "the disk or its rights do not let it")
            }
        }
        sync()
    }

    /// Makes a prepared archive the published one, in one step.
    func publish(_ archive: Archive) throws {
        do {
            try FileManager.default.moveItem(
                at: preparing(archive.folder), to: url.appending(path: archive.folder))
        } catch {
            throw CommandFailure.unwritable(
                file: url.appending(path: archive.folder).path, reason: "the folder does not let it")
        }
    }

    /// An archive that the ledger holds but that was not yet put in place when the program ended.
    func finishInterrupted(recorded: (String) throws -> Bool) throws {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: url.path) else { return }
        for name in names where name.hasPrefix(Self.prefix) {
            let number = String(name.dropFirst(Self.prefix.count))
            guard let archive = try? Archive.read(files(of: name), name: number), try recorded(archive.hash) else {
                try? FileManager.default.removeItem(at: url.appending(path: name))
                continue
            }
            try publish(archive)
        }
    }

    private static var prefix: String { ".preparing-" }

    private func preparing(_ folder: String) -> URL { url.appending(path: Self.prefix + folder) }

    private func files(of name: String) throws -> [String: [UInt8]] {
        let folder = url.appending(path: name)
        var files: [String: [UInt8]] = [:]
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        for path in paths {
            let file = folder.appending(path: path)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            do {
                files[path] = Array(try Data(contentsOf: file))
            } catch {
                throw CommandFailure.unreadable(file: file.path, reason: "the folder does not let it")
            }
        }
        return files
    }
}

/// `releases/`.
typealias ReleaseFolder = FrozenFolder<ReleaseArchive>

extension FrozenFolder where Archive == ReleaseArchive {
    func history() throws -> ReleaseHistory {
        try ReleaseHistory(archives().map(\.release), withdrawn: withdrawals())
    }
}

/// `notices/`.
typealias NoticeFolder = FrozenFolder<NoticeArchive>

extension FrozenFolder where Archive == NoticeArchive {
    func history() throws -> NoticeHistory { try NoticeHistory(archives().map(\.notice), withdrawn: withdrawals()) }
}
