package import Foundation
package import Ledger
import PostgresStore
import SQLiteStore
import TestKit
package import Vocabulary

/// What may lie behind an index of words: the tests of it have one body, and run on each that is here.
package enum TextEngine: String, Sendable, CaseIterable {
    case sqlite, postgres

    /// `postgres` only where it is installed; the suite `PostgresTextIndexTests` says so where it is not.
    package static let present = allCases.filter { $0 == .sqlite || PostgresCluster.programs != nil }

    /// A new index, gone with what is returned.
    package func index(of register: RecordID) throws -> TemporaryTextIndex {
        switch self {
        case .sqlite:
            let file = FileManager.default.temporaryDirectory.appending(path: "words-\(UUID().uuidString).sqlite")
            return TemporaryTextIndex(try SQLiteTextIndex(path: file.path), file: file)
        case .postgres:
            let server = try PostgresServer(PostgresCluster.shared().address())
            return TemporaryTextIndex(try PostgresTextIndex(server, of: register), file: nil)
        }
    }
}

/// An index that a test made for itself.
package final class TemporaryTextIndex: Sendable {
    package let index: any TextIndex
    private let file: URL?

    init(_ index: any TextIndex, file: URL?) { (self.index, self.file) = (index, file) }

    deinit {
        guard let file else { return }
        for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + ending) }
    }
}
