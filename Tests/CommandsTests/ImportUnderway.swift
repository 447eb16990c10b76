import Foundation
import TestKit
import Testing
import Vocabulary

/// An import that reads from a named pipe: it stops where the test stops writing, so that a test can act in its middle
/// without waiting for any length of time.
final class ImportUnderway {
    private let process = Process()
    private let talk = Pipe()
    private let pipe: FileHandle
    private let rest: Data

    /// Starts the import of `file` and writes the first half of it.
    ///
    /// When this returns, all of that but what fits into a pipe (64 KiB) was read.
    init(of file: URL, into register: String, in folder: TemporaryFolder) throws {
        let data = try Data(contentsOf: file)
        let place = folder.path("pipe.csv")
        try #require(mkfifo(place, 0o600) == 0)
        process.executableURL = try #require(BuiltProgram.executable)
        process.arguments = [
            "import", place, "--source", Repository.root.appending(path: "sources/uk-nrm.yaml").path, "--data",
            register,
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = talk
        try process.run()
        // A reader that ends before the last byte must not end the tests.
        signal(SIGPIPE, SIG_IGN)
        pipe = try #require(FileHandle(forWritingAtPath: place))
        let end = data.count / 2
        try pipe.write(contentsOf: data[..<end])
        rest = data[end...]
    }

    /// Sends the signal, and for Ctrl-C waits until it was heard before the file goes on.
    ///
    /// - Returns: The exit status, or the number of the signal that ended the program.
    func end(by signal: Int32) throws -> Int32 {
        kill(process.processIdentifier, signal)
        if signal == SIGINT {
            var heard = Data()
            while !heard.contains(Data("Stopping".utf8)) {
                let more = talk.fileHandleForReading.availableData
                if more.isEmpty { break }
                heard += more
            }
            // It stops between two batches, so there must be rows for another one.
            try? pipe.write(contentsOf: rest)
        }
        try? pipe.close()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Writes the other half and waits.
    func finish() throws -> Int32 {
        try pipe.write(contentsOf: rest)
        try pipe.close()
        process.waitUntilExit()
        return process.terminationStatus
    }
}

extension Data {
    fileprivate func contains(_ other: Data) -> Bool { range(of: other) != nil }
}
