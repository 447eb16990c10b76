import Glibc
package import Ledger
import Synchronization

/// The folder of a register: `ledger.sqlite`, `vault.sqlite`, `accounts.sqlite`, `master.key`, `checkpoints.jsonl`,
/// `writer.lock`.
///
/// Whoever writes holds `writer.lock` until the folder is let go; a second writer is refused, readers are not.
package final class DataFolder: Papers {
    /// As it was given.
    package let path: String
    /// Where the master key lies; by default in the folder, better on another medium.
    private let keyPath: String
    private let lock: Mutex<OpenFile?>
    private let isReadOnly: Bool

    /// Takes an empty or new folder for a new register.
    ///
    /// - Throws: ``StoreFailure/occupied(folder:)``, ``StoreFailure/inUse(folder:)``.
    package static func make(at path: String, keyPath: String? = nil) throws -> DataFolder {
        if access(path, F_OK) != 0, mkdir(path, 0o700) != 0 { throw systemFailure(path) }
        let folder = try DataFolder(path, keyPath: keyPath, isReadOnly: false)
        guard !LedgerFile.allCases.contains(where: { access(folder.path(of: $0), F_OK) == 0 }),
            access(folder.path(of: .masterKey), F_OK) != 0, access(folder.accountsPath, F_OK) != 0
        else { throw StoreFailure.occupied(folder: path) }
        // Made private by us: SQLite's side files take their mode from the file they belong to.
        for file in LedgerFile.allCases { _ = try OpenFile(folder.path(of: file), O_WRONLY | O_CREAT | O_EXCL) }
        return folder
    }

    /// A folder in which a register is put together whose key lies elsewhere already.
    static func staging(at path: String, keyPath: String) throws -> DataFolder {
        if access(path, F_OK) != 0, mkdir(path, 0o700) != 0 { throw systemFailure(path) }
        return try DataFolder(path, keyPath: keyPath, isReadOnly: false)
    }

    /// Opens the folder of a register.
    ///
    /// - Throws: ``StoreFailure/missing(path:)``; ``StoreFailure/inUse(folder:)`` where it is opened for writing twice.
    package static func open(at path: String, keyPath: String? = nil, isReadOnly: Bool = false) throws -> DataFolder {
        guard access(path, F_OK) == 0 else { throw StoreFailure.missing(path: path) }
        let folder = try DataFolder(path, keyPath: keyPath, isReadOnly: isReadOnly)
        for file in LedgerFile.allCases where access(folder.path(of: file), F_OK) != 0 {
            throw StoreFailure.missing(path: folder.path(of: file))
        }
        return folder
    }

    private init(_ path: String, keyPath: String?, isReadOnly: Bool) throws {
        self.path = path
        self.keyPath = keyPath ?? "\(path)/\(Paper.masterKey.rawValue)"
        self.isReadOnly = isReadOnly
        if isReadOnly {
            lock = Mutex(nil)
        } else {
            let file = try OpenFile("\(path)/writer.lock", O_RDWR | O_CREAT)
            guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else { throw StoreFailure.inUse(folder: path) }
            lock = Mutex(file)
        }
    }

    /// The databases and papers of the folder, for the ledger to stand on.
    package func premises(isNew: Bool = false, settings: SQLiteStore.Settings = .init()) throws -> LedgerPremises {
        var vaultSettings = settings
        vaultSettings.mayBeOlder = false
        return LedgerPremises(
            events: try SQLiteStore(
                path: path(of: LedgerFile.events), schema: .ledger, isNew: isNew, isReadOnly: isReadOnly,
                settings: settings),
            vault: try SQLiteStore(
                path: path(of: LedgerFile.vault), schema: .vault, isNew: isNew, isReadOnly: isReadOnly,
                settings: vaultSettings),
            papers: self)
    }

    /// Refuses a key file with more than mode 0600 before reading it.
    package func read(_ paper: Paper) throws -> [UInt8]? {
        guard let file = try OpenFile.existing(path(of: paper)) else { return nil }
        if paper.isKey, file.mode & 0o077 != 0 {
            throw StoreFailure.exposedKey(path: file.path, mode: "0" + String(file.mode, radix: 8))
        }
        return try file.read()
    }

    /// Through a file beside it and a rename; both are forced to the disk.
    package func write(_ bytes: [UInt8], as paper: Paper) throws {
        let next = path(of: paper) + ".part"
        _ = unlink(next)
        try OpenFile(next, O_WRONLY | O_CREAT | O_EXCL).write(bytes)
        guard Glibc.rename(next, path(of: paper)) == 0 else { throw systemFailure(path(of: paper)) }
        try keepNames()
    }

    /// Forced to the disk; a crash may leave part of what was added.
    package func append(_ bytes: [UInt8], to paper: Paper) throws {
        try OpenFile(path(of: paper), O_WRONLY | O_CREAT | O_APPEND).write(bytes)
    }

    /// One step of the file system.
    package func rename(_ paper: Paper, to other: Paper) throws {
        guard Glibc.rename(path(of: paper), path(of: other)) == 0 else { throw systemFailure(path(of: other)) }
        try keepNames()
    }

    /// A manifest that is there already is not written over.
    package func writeManifest(_ bytes: [UInt8], besides path: String) throws {
        try OpenFile("\(path).manifest", O_WRONLY | O_CREAT | O_EXCL).write(bytes)
    }

    /// Lets go of `writer.lock`.
    package func release() { lock.withLock { $0 = nil } }

    /// Makes the folder's own entries survive a loss of power.
    private func keepNames() throws {
        try OpenFile(path, O_RDONLY | O_DIRECTORY).keep()
    }

    /// The database of accounts, `accounts.sqlite`: made where a folder that may be written has none yet.
    ///
    /// - Throws: ``StoreFailure/missing(path:)`` where there is none and the folder was opened for reading.
    package func accounts(_ schema: Schema) throws -> any Store {
        if access(accountsPath, F_OK) != 0 {
            guard !isReadOnly else { throw StoreFailure.missing(path: accountsPath) }
            // Made under another name first: a crash half-way leaves no file that is neither empty nor ours.
            let part = accountsPath + ".part"
            for ending in ["", "-wal", "-shm"] { _ = unlink(part + ending) }
            _ = try OpenFile(part, O_WRONLY | O_CREAT | O_EXCL)
            let store = try SQLiteStore(path: part, schema: schema, isNew: true)
            try store.create(schema)
            try store.close()
            guard Glibc.rename(part, accountsPath) == 0 else { throw systemFailure(accountsPath) }
            try keepNames()
        }
        return try SQLiteStore(path: accountsPath, schema: schema, isReadOnly: isReadOnly)
    }

    private var accountsPath: String { "\(path)/accounts.sqlite" }

    private func path(of file: LedgerFile) -> String { "\(path)/\(file.rawValue)" }

    private func path(of paper: Paper) -> String {
        switch paper {
        case .masterKey: keyPath
        case .nextMasterKey: keyPath + ".next"
        case .checkpoints: "\(path)/\(paper.rawValue)"
        }
    }
}

/// The databases of a register.
enum LedgerFile: String, CaseIterable {
    case events = "ledger.sqlite"
    case vault = "vault.sqlite"
}

extension Paper {
    fileprivate var isKey: Bool { self != .checkpoints }
}
