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
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func line(_ cells: [String]) -> String {
        var bytes: [UInt8] = []
        appendLine(cells, to: &bytes)
        return String(decoding: bytes.dropLast(), as: UTF8.self)
    }

    /// Adds a line with its line feed: files of millions of lines are written without a text for each.
    static func appendLine(_ cells: [String], to bytes: inout [UInt8]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell, to: &bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        let letters = text.utf8
        let needsQuotes = letters.contains { signs.contains($0) }
        if needsQuotes { bytes.append(quote) }
        if let first = letters.first, formulaSigns.contains(first), Int(text) == nil { bytes.append(UInt8(ascii: "'")) }
        if needsQuotes {
            for letter in letters {
                if letter == quote { bytes.append(quote) }
                bytes.append(letter)
            }
            bytes.append(quote)
        } else {
            bytes.append(contentsOf: letters)
        }
    }

    private static let quote = UInt8(ascii: "\"")
    /// What a cell with quotes around it may hold: , ; " and ends of lines.
    private static let signs: [UInt8] = Array(",;\"\n\r".utf8)
    private static let formulaSigns: [UInt8] = Array("=+-@\t\r".utf8)
}
