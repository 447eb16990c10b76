import Crypto
import Foundation
import Intake
import Mechanisms
import Registry

/// A source description on disk with the tables that it names.
struct SourceFile {
    let path: String

    /// - Throws: ``CommandFailure/unreadable(file:reason:)``, what is wrong with the description, or
    ///   ``CommandFailure/nobodyMayImport(source:opened:)``.
    func source(in book: Book) throws -> ImportSource {
        let url = URL(filePath: path)
        let folder = url.deletingLastPathComponent()
        let yaml = try Resources.text(of: url)
        var hash = SHA256()
        hash.update(data: Data(yaml.utf8))
        let description = try SourceDescription(yaml: yaml, known: book) { name in
            // Only from beside the description: a description is a file of a stranger.
            guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { return nil }
            guard let table = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else { return nil }
            hash.update(data: Data("\(name.utf8.count):\(name)\(table.utf8.count):\(table)".utf8))
            return table
        }
        let rule = ImporterRule(description, book)
        guard rule.mayBeLoaded || !rule.importers.isEmpty else {
            throw CommandFailure.nobodyMayImport(source: description.name, opened: rule.opened)
        }
        let digits = hash.finalize().map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        return ImportSource(description, hash: digits.joined())
    }
}
