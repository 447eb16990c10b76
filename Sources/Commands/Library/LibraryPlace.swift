import Foundation
import Registry
import SQLiteStore

/// Where the index of a register's library lies.
struct LibraryPlace {
    private let register: RegisterFolder

    init(_ register: RegisterFolder) { self.register = register }

    /// The index, made where it is missing.
    func index() throws -> SQLiteTextIndex {
        try SQLiteTextIndex(path: register.url.appending(path: "library.sqlite").path)
    }
}

/// Which paper is meant: by its number in whatever spelling, its title or its record id.
struct LibraryChoice {
    let library: Library

    /// - Throws: ``CommandFailure/unknownName(kind:name:known:)``.
    func document(_ named: String) throws(CommandFailure) -> LibraryDocument {
        if let found = library.document(named: named) { return found }
        let known = library.documents.filter { $0.standing == .held }.map(\.name)
        let others = known.count - LibraryChoice.mostNamed
        throw .unknownName(
            kind: "paper", name: named,
            known: known.prefix(LibraryChoice.mostNamed) + (others > 0 ? ["and \(others) more"] : []))
    }

    private static let mostNamed = 30
}
