import Foundation
import Synchronization
import TestKit
import Testing

/// The built program at its main job: `rapporteur serve` in a process of its own, with its log.
final class ServedHouse: Sendable {
    /// What it wrote to its log, until the pipe ended.
    private final class Log: Sendable {
        let bytes = Mutex(Data())
        /// Signalled whenever something was said.
        let news = DispatchSemaphore(value: 0)
        let ended = DispatchSemaphore(value: 0)
    }

    let port: Int
    private let log = Log()
    private let process: Process

    /// Starts it, and returns once it answers.
    ///
    /// - Parameter environment: Beside that of the tests, such as another folder for temporary files.
    /// - Throws: ``NotServed`` with what it said, where it ended at once.
    init(_ register: String, _ options: [String] = [], environment: [String: String] = [:]) throws {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = try #require(BuiltProgram.executable, "build the program first: swift build")
        process.arguments = ["serve", "--data", register, "--port", "0"] + options
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = pipe
        try process.run()
        self.process = process
        var said = Data()
        var port: Int?
        while port == nil {
            let more = pipe.fileHandleForReading.availableData
            if more.isEmpty { break }
            said += more
            port = ServedHouse.port(in: said)
        }
        guard let port else {
            process.waitUntilExit()
            throw NotServed(status: process.terminationStatus, talk: String(decoding: said, as: UTF8.self))
        }
        self.port = port
        let log = log
        log.bytes.withLock { $0 = said }
        Thread {
            while case let more = pipe.fileHandleForReading.availableData, !more.isEmpty {
                log.bytes.withLock { $0 += more }
                log.news.signal()
            }
            log.news.signal()
            log.ended.signal()
        }.start()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    struct NotServed: Error {
        let status: Int32
        let talk: String
    }

    private static func port(in said: Data) -> Int? {
        let text = String(decoding: said, as: UTF8.self)
        return (try? #/Open http://127\.0\.0\.1:(\d+)/ in a browser[^\n]*\n/#.firstMatch(in: text)).flatMap {
            Int($0.1)
        }
    }

    /// The log so far.
    var said: String { String(decoding: log.bytes.withLock { $0 }, as: UTF8.self) }

    func client() -> LoopbackClient { LoopbackClient(port: port) }

    /// Sends the signal and waits for the end; the log is whole then.
    ///
    /// - Returns: The exit status, or the number of the signal that ended it.
    @discardableResult
    func end(by signal: Int32 = SIGTERM) -> Int32 {
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        log.ended.wait()
        return process.terminationStatus
    }

    /// Makes it crash, waits for the report, and ends it.
    func crash() {
        kill(process.processIdentifier, SIGSEGV)
        // A signal from outside finds no faulty instruction to come back to: the program lives on after its report.
        while !said.contains("Backtrace took"), process.isRunning { log.news.wait() }
        end(by: SIGKILL)
    }
}
