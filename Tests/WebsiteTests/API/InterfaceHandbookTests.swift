import Access
import Foundation
import InterfaceKit
import TestKit
import Testing

@testable import Website

/// The examples of the handbook do what they say, as they stand.
@Suite struct InterfaceHandbookTests {
    private static let hasTools = ["/bin/bash", "/usr/bin/curl"].allSatisfy(FileManager.default.fileExists(atPath:))

    @Test(.enabled(if: hasTools)) func everyExampleOfTheHandbookRuns() async throws {
        let page = try String(contentsOf: Repository.root.appending(path: "docs/handbook/api.md"), encoding: .utf8)
        let examples = page.split(separator: "```bash\n").dropFirst().compactMap { $0.split(separator: "```").first }
        #expect(examples.count > 5)
        let register = try InterfaceRegister()
        _ = try register.fill()
        let house = try register.house()
        let token = register.people.caseworkerOfAlpha.account
        let script = "set -euo pipefail\n" + examples.joined(separator: "\necho\n")
        let status = try await withThrowingTaskGroup(of: Void.self) { group in
            let (ports, port) = AsyncStream.makeStream(of: Int.self)
            group.addTask { try await house.serve { port.yield($0) } }
            defer { group.cancelAll() }
            for await number in ports {
                return try await Waiting.run {
                    try Self.run(script, address: "http://127.0.0.1:\(number)", token: token)
                }
            }
            return -1
        }
        #expect(status == 0)
    }

    private static func run(_ script: String, address: String, token: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", script]
        process.environment = ["ADDRESS": address, "TOKEN": token, "PATH": "/usr/bin:/bin"]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
