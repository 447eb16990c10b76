import Foundation
import TestKit

/// The serving program in a process of its own.
final class HouseProcess {
    private let program: String
    private let register: String
    private let port: Int
    private var process: Process?

    struct NeverOpened: Error {}

    init(program: String, register: String, port: Int) {
        self.program = program
        self.register = register
        self.port = port
    }

    deinit { end(by: SIGKILL) }

    /// Starts it and returns once it answers.
    ///
    /// - Throws: ``NeverOpened`` where it ended instead.
    func open() throws {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = [
            "serve", "--data", register, "--port", "\(port)", "--behind-proxy", "--trusted-proxy", "127.0.0.1",
            "--patience", "1000",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        self.process = process
        let client = LoopbackClient(port: port)
        while process.isRunning {
            if (try? client.send("GET", "/alive"))?.status == 204 { return }
            Thread.sleep(forTimeInterval: 0.05)
        }
        throw NeverOpened()
    }

    /// Sends the signal and waits for the end.
    func end(by signal: Int32) {
        guard let process, process.isRunning else { return }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
    }
}
