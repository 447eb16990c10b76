import Glibc
package import Ledger

/// A data folder in which a backup is being restored: put together in a folder `restoring` of its own, moved up when
/// it was proved. The key vault and the master key are those of the folder, or brought from another place.
package final class RestoringFolder: RestorationSite {
    private let backup: String
    private let path: String
    private let staging: DataFolder
    private let lock: OpenFile
    /// Files of keys that were not in the folder before; they go again where the restoration fails.
    private let brought: [String]

    /// - Parameters:
    ///   - keysFrom: A folder with `vault.sqlite` and `master.key`, for a data folder that has none.
    ///   - mayReplace: Whether a ledger that is there may be moved aside.
    /// - Throws: ``LedgerFailure/wouldReplace(folder:)``, ``StoreFailure/inUse(folder:)``, ``StoreFailure/missing(path:)``.
    package init(
        backup: String, into path: String, keysFrom: String? = nil, keyPath: String? = nil, mayReplace: Bool = false
    ) throws {
        guard access(backup, F_OK) == 0 else { throw StoreFailure.missing(path: backup) }
        if access(path, F_OK) != 0, mkdir(path, 0o700) != 0 { throw systemFailure(path) }
        self.backup = backup
        self.path = path
        lock = try OpenFile("\(path)/writer.lock", O_RDWR | O_CREAT)
        guard flock(lock.descriptor, LOCK_EX | LOCK_NB) == 0 else { throw StoreFailure.inUse(folder: path) }
        guard mayReplace || access("\(path)/ledger.sqlite", F_OK) != 0 else {
            throw LedgerFailure.wouldReplace(folder: path)
        }
        brought = keysFrom == nil ? [] : ["vault.sqlite", "master.key"].map { "\(path)/\($0)" }
        guard !brought.contains(where: { access($0, F_OK) == 0 }) else {
            throw LedgerFailure.wouldReplace(folder: path)
        }
        do {
            if let keysFrom {
                for name in ["vault.sqlite", "master.key"] {
                    try OpenFile("\(keysFrom)/\(name)", O_RDONLY).copy(to: "\(path)/\(name)")
                }
            }
            RestoringFolder.clear("\(path)/restoring")
            staging = try DataFolder.staging(at: "\(path)/restoring", keyPath: keyPath ?? "\(path)/master.key")
        } catch {
            for file in brought { _ = unlink(file) }
            throw error
        }
    }

    /// From `<backup>.manifest`.
    package func manifest() throws -> [UInt8]? { try OpenFile.existing("\(backup).manifest")?.read() }

    /// Into the folder `restoring`; the vault stays where it is.
    package func stage(hear: (UnsafeRawBufferPointer) -> Void) throws -> LedgerPremises {
        let copy = "\(path)/restoring/ledger.sqlite"
        _ = unlink(copy)
        try OpenFile(backup, O_RDONLY).copy(to: copy, hear: hear)
        return LedgerPremises(
            events: try SQLiteStore(path: copy, schema: .ledger, settings: .init(mayBeOlder: true)),
            vault: try SQLiteStore(path: "\(path)/vault.sqlite", schema: .vault),
            papers: staging)
    }

    /// What was there is kept as `<name>.replaced-<number>`, its log with it.
    package func accept() throws {
        // The log of uncommitted pages belongs to the old file: left behind, it would be applied to the new one.
        for name in ["ledger.sqlite-wal", "ledger.sqlite-shm", "ledger.sqlite", "checkpoints.jsonl"] {
            let place = "\(path)/\(name)"
            if access(place, F_OK) == 0, Glibc.rename(place, RestoringFolder.free(place)) != 0 {
                throw systemFailure(place)
            }
        }
        for name in ["checkpoints.jsonl", "ledger.sqlite"] {
            guard Glibc.rename("\(path)/restoring/\(name)", "\(path)/\(name)") == 0 else {
                throw systemFailure("\(path)/\(name)")
            }
        }
        try OpenFile(path, O_RDONLY | O_DIRECTORY).keep()
        RestoringFolder.clear("\(path)/restoring")
    }

    /// Removes the folder `restoring`, and the keys that were brought for it.
    package func discard() {
        RestoringFolder.clear("\(path)/restoring")
        for file in brought { for ending in ["", "-wal", "-shm"] { _ = unlink(file + ending) } }
    }

    /// A name beside `place` that nothing has yet: `….replaced-1`.
    private static func free(_ place: String) -> String {
        var number = 1
        while access("\(place).replaced-\(number)", F_OK) == 0 { number += 1 }
        return "\(place).replaced-\(number)"
    }

    private static func clear(_ staging: String) {
        let names = ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "vault.sqlite", "checkpoints.jsonl"]
        for name in names + ["writer.lock"] { _ = unlink("\(staging)/\(name)") }
        _ = rmdir(staging)
    }
}

extension OpenFile {
    /// Copies the file to a new one that only its owner can read.
    func copy(to path: String, hear: (UnsafeRawBufferPointer) -> Void = { _ in }) throws {
        let copy = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL)
        try blocks { block -> Void in
            hear(block)
            try copy.append(block)
        }
        try copy.keep()
    }
}
