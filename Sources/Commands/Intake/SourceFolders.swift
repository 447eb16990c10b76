import Foundation
import Intake
import Mechanisms
import Registry
import Website

/// The source descriptions that a house has: those shipped, and those that it put into `sources` in its data folder.
struct SourceFolders {
    let book: Book
    let folders: [URL]

    init(_ resources: Resources, _ place: RegisterFolder, book: Book) {
        self.book = book
        folders = [resources.root.appending(path: "sources"), place.url.appending(path: "sources")]
    }

    /// Reads them all; one of the house takes the place of a shipped one of the same name.
    func read() -> ImportDesk.Sources {
        var known: [String: ImportSource] = [:]
        var faulty: [String] = []
        for folder in folders {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            for name in names.sorted() where name.hasSuffix(".yaml") {
                do {
                    let source = try SourceFile(path: folder.appending(path: name).path).source(in: book)
                    known[source.description.name] = source
                } catch { faulty.append(name) }
            }
        }
        return ImportDesk.Sources(
            known: known.values.sorted { $0.description.name < $1.description.name }, faulty: faulty)
    }
}
