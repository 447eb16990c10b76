import Foundation
import Synchronization

/// A file that comes into being with its first byte, readable by its owner only; nothing is left where nothing was said.
final class LazyFile: Sendable {
    private struct State {
        var handle: FileHandle?
        var failure: CommandFailure?
    }

    let path: String
    private let head: String
    private let state = Mutex(State())

    /// - Parameter head: Stands before whatever is written first.
    init(_ path: String, head: String = "") {
        self.path = path
        self.head = head
    }

    var isWritten: Bool { state.withLock { $0.handle != nil } }

    func write(_ bytes: [UInt8]) throws {
        try state.withLock { state in
            do {
                if state.handle == nil {
                    state.handle = try open()
                    try state.handle?.write(contentsOf: Data(head.utf8))
                }
                try state.handle?.write(contentsOf: Data(bytes))
            } catch let failure as CommandFailure {
                throw failure
            } catch {
                throw CommandFailure.unwritable(file: path, reason: "the disk takes no more")
            }
        }
    }

    /// For a caller that cannot stop now: the first failure is kept, and thrown by ``close()``.
    func writeOrRemember(_ bytes: [UInt8]) {
        guard state.withLock({ $0.failure == nil }) else { return }
        do {
            try write(bytes)
        } catch {
            let failure = error as? CommandFailure
            state.withLock { $0.failure = failure ?? .unwritable(file: path, reason: "the disk takes no more") }
        }
    }

    func close() throws {
        let failure = try state.withLock { state in
            try state.handle?.close()
            return state.failure
        }
        if let failure { throw failure }
    }

    private func open() throws -> FileHandle {
        let made = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard made, let opened = FileHandle(forWritingAtPath: path) else {
            throw CommandFailure.unwritable(file: path, reason: "the folder does not let it")
        }
        return opened
    }
}

/// Where the files go that an import makes: beside the file imported, or here where that folder takes none.
enum SideFile {
    /// `table.held-back.csv`, or `table.held-back-2.csv` where somebody may be correcting the first one.
    static func path(beside file: String, ending: String) -> String {
        let url = URL(filePath: file)
        let folder = url.deletingLastPathComponent()
        // Beside a pipe, such as /dev/fd/63, is no place for a file.
        let kind = try? FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)[.type]
        let isWritable =
            FileManager.default.isWritableFile(atPath: folder.path) && kind as? FileAttributeType == .typeRegular
        let name = url.deletingPathExtension().lastPathComponent
        func place(_ number: Int) -> String {
            let full = "\(name).\(ending)\(number == 1 ? "" : "-\(number)").csv"
            return isWritable ? folder.appending(path: full).path : full
        }
        var number = 1
        while FileManager.default.fileExists(atPath: place(number)) { number += 1 }
        return place(number)
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
