import Foundation
import Synchronization

/// A file that comes into being with its first byte, readable by its owner only; nothing is left where nothing was said.
final class LazyFile: Sendable {
    let path: String
    private let handle = Mutex<FileHandle?>(nil)

    init(_ path: String) { self.path = path }

    var isWritten: Bool { handle.withLock { $0 != nil } }

    func write(_ bytes: [UInt8]) throws {
        try handle.withLock { handle in
            if handle == nil {
                let made = FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
                guard made, let opened = FileHandle(forWritingAtPath: path) else {
                    throw CommandFailure.unwritable(file: path, reason: "the folder does not let it")
                }
                handle = opened
            }
            do {
                try handle?.write(contentsOf: Data(bytes))
            } catch {
                throw CommandFailure.unwritable(file: path, reason: "the disk takes no more")
            }
        }
    }

    func close() throws { try handle.withLock { try $0?.close() } }
}

/// Where the files go that an import makes: beside the file imported, or here where that folder takes none.
enum SideFile {
    static func path(beside file: String, ending: String) -> String {
        let url = URL(filePath: file)
        let name = "\(url.deletingPathExtension().lastPathComponent).\(ending)"
        let folder = url.deletingLastPathComponent()
        return FileManager.default.isWritableFile(atPath: folder.path) ? folder.appending(path: name).path : name
    }
}

/// Cells of CSV files that the program writes for its own staff.
enum CSVText {
    /// Quoted where needed; what a spreadsheet would take for a formula gets an apostrophe before it.
    static func cell(_ text: String) -> String {
        let safe = text.first.map { "=+-@\t\r".contains($0) } == true && Int(text) == nil ? "'\(text)" : text
        let needsQuotes = safe.contains { ",;\"\n\r".contains($0) }
        return needsQuotes ? "\"\(safe.replacing("\"", with: "\"\""))\"" : safe
    }

    static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") }
}
