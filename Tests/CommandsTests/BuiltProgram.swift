import Foundation
import Testing

/// The program as its users run it: built, in a process of its own.
struct BuiltProgram {
    struct Outcome {
        let status: Int32
        let output: String
        let talk: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    /// Beside the test bundle that is running.
    static let executable: URL? = {
        let bundle = ProcessInfo.processInfo.arguments.first { $0.contains(".xctest") } ?? ""
        var folder = URL(filePath: bundle)
        while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
        let program = folder.appending(path: "rapporteur")
        return FileManager.default.isExecutableFile(atPath: program.path) ? program : nil
    }()

    /// Runs it to its end; standard input is empty.
    @discardableResult
    static func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

    static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        try run(#require(executable, "build the program first: swift build"), arguments, environment: environment)
    }

    /// Another program, such as `sqlite3`, in the same way.
    @discardableResult
    static func run(_ program: URL, _ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        // Files rather than pipes: a result larger than a pipe would wait for a reader for ever.
        let folder = try TemporaryFolder()
        let output = try folder.file("output")
        let talk = try folder.file("talk")
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: talk)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            talk: try String(contentsOf: talk, encoding: .utf8))
    }
}

/// A folder of its own for one test, removed when the value is let go.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "rapporteur-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// A new empty file.
    func file(_ name: String) throws -> URL {
        let file = url.appending(path: name)
        try Data().write(to: file)
        return file
    }

    func write(_ text: String, to name: String) throws -> URL {
        let file = url.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file
    }

    func path(_ name: String) -> String { url.appending(path: name).path }
}
