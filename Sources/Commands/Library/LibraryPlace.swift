import ArgumentParser
import Foundation
import Ledger
import PostgresStore
import Registry
import SQLiteStore

/// `--library-words ADDRESS`: the database that keeps the words of the library, where a file of the register shall not.
struct LibraryWordsOptions: ParsableArguments {
    @Option(
        name: .customLong("library-words"),
        help: ArgumentHelp(
            "The PostgreSQL database that keeps the words of the library.",
            discussion: """
                postgresql://USER@HOST/DATABASE; without it, the file library.sqlite of the register does. Passwords stand \
                in PGPASSFILE or ~/.pgpass. docs/handbook/library.md.
                """, valueName: "address"))
    var address: String?
}

/// Where the index of a register's library lies.
struct LibraryPlace {
    private let register: RegisterFolder
    private let address: String?

    /// - Parameter address: Of a PostgreSQL database; nil for a file of the register.
    init(_ register: RegisterFolder, words address: String? = nil) {
        (self.register, self.address) = (register, address)
    }

    /// The index, made where it is missing.
    ///
    /// - Throws: S120 to S127 where a server is named that cannot be used.
    func index(of registry: Registry) throws -> any TextIndex {
        guard let address else {
            return try SQLiteTextIndex(path: register.url.appending(path: "library.sqlite").path)
        }
        return try PostgresTextIndex(PostgresServer(address), of: registry.ledger.register)
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
