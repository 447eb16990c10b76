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
    static func make(at place: RegisterFolder, of book: Book, under grant: Grant) throws -> OpenRegister {
        let rules = ProjectionRules(book.mechanisms)
        let parent = place.url.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure.unwritable(file: parent.path, reason: "the folder cannot be made")
        }
        let before = try? FileManager.default.contentsOfDirectory(atPath: place.path)
        let keyFile = place.keyPath ?? place.url.appending(path: "master.key").path
        let hadKey = FileManager.default.fileExists(atPath: keyFile)
        do {
            let folder = try DataFolder.make(at: place.path, keyPath: place.keyPath)
            let ledger = try Ledger.initialise(
                try folder.premises(isNew: true), rules: rules, under: grant, clock: clock)
            return OpenRegister(folder: folder, ledger: ledger)
        } catch let failure as StoreFailure where failure.isOfAnother {
            throw failure
        } catch {
            clear(place, leaving: before)
            if !hadKey { try? FileManager.default.removeItem(atPath: keyFile) }
            throw error
        }
    }

    /// Half a register would only be in the way of the next try.
    ///
    /// - Parameter before: What was in the folder; nil where it was not there.
    private static func clear(_ place: RegisterFolder, leaving before: [String]?) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
        where before?.contains(name) != true {
            try? FileManager.default.removeItem(at: place.url.appending(path: name))
        }
        if before == nil { rmdir(place.path) }
    }

    /// - Parameter book: As the register has it; read again where it is nil.
    static func open(
        _ place: RegisterFolder, for opening: Ledger.Opening, of book: Book? = nil
    ) throws -> OpenRegister {
        if let key = place.keyPath, !FileManager.default.fileExists(atPath: key) {
            throw CommandFailure.unreadable(file: key, reason: "there is no key file of this name")
        }
        let folder = try DataFolder.open(
            at: place.path, keyPath: place.keyPath, isReadOnly: !opening.isWriting)
        do {
            let premises = try folder.premises(settings: .init(mayBeOlder: opening == .rebuilding))
            let ledger = try Ledger.open(
                premises, for: opening, rules: try rules(of: place, for: opening, book), clock: clock)
            return OpenRegister(folder: folder, ledger: ledger)
        } catch {
            folder.release()
            throw error
        }
    }

    /// The book as the register has it; who only counts looks at no list.
    private static func rules(
        of place: RegisterFolder, for opening: Ledger.Opening, _ book: Book?
    ) throws -> ProjectionRules {
        if opening == .readingSealed { return .none }
        return ProjectionRules(try (book ?? BookLoader(resources: Resources.find()).book(of: place)).mechanisms)
    }

    func close() throws {
        try ledger.close()
        folder.release()
    }
}

extension StoreFailure {
    /// Whether what is in the folder is somebody else's.
    fileprivate var isOfAnother: Bool {
        switch self {
        case .occupied, .inUse: true
        default: false
        }
    }
}

/// Who acts on the command line: the shell's user, through a post. Shell access to the folder is the sign-in here.
enum Shell {
    /// How the ledger names whoever is at the keyboard.
    static var account: String { "shell-\(getuid())" }
}
