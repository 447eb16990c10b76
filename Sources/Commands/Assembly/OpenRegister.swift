import Access
import Foundation
import Ledger
import Mechanisms
import SQLiteStore
import Vocabulary

/// A register opened for one command: its folder, its ledger, and who is at the keyboard.
struct OpenRegister {
    let folder: DataFolder
    let ledger: Ledger

    /// The clock of the doors; rooms read none.
    static let clock: @Sendable () -> Timestamp = {
        Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// - Throws: What the store or the ledger refuses; K105 where `making` finds a register already.
    static func make(at place: RegisterFolder, under grant: Grant) throws -> OpenRegister {
        let parent = place.url.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure.unwritable(file: parent.path, reason: "the folder cannot be made")
        }
        let folder = try DataFolder.make(at: place.path, keyPath: place.keyPath)
        let ledger = try Ledger.initialise(try folder.premises(isNew: true), under: grant, clock: clock)
        return OpenRegister(folder: folder, ledger: ledger)
    }

    static func open(_ place: RegisterFolder, for opening: Ledger.Opening) throws -> OpenRegister {
        let folder = try DataFolder.open(
            at: place.path, keyPath: place.keyPath, isReadOnly: opening == .reading)
        let ledger = try Ledger.open(try folder.premises(), for: opening, clock: clock)
        return OpenRegister(folder: folder, ledger: ledger)
    }

    func close() throws {
        try ledger.close()
        folder.release()
    }
}

/// Who acts on the command line: the shell's user, through a post. Shell access to the folder is the sign-in here.
enum Shell {
    static func grant(_ function: FunctionKind, _ action: Action, for purpose: Purpose) throws -> Grant {
        let actor = Actor(account: "shell-\(getuid())", function: function, organisation: nil)
        return try Policy().decide(actor, action, for: purpose).get()
    }
}
