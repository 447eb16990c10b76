import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Website

/// Over a real socket of this machine, with the clients that people have.
@Suite(.enabled(if: Shell.has("curl") && Shell.has("openssl"))) struct TransportTests {
    private static let routes = [
        Route(.get, "/open", rule: .anybody) { _ in .html(Array("<p>open</p>".utf8)) },
        Route(.post, "/form", rule: .anybody, body: .form(limit: 100)) { _ in .done },
    ]

    /// A certificate that nobody trusts, made by openssl for this test.
    private static let certificate = Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "certificate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try Shell.runNow(
            """
            cd '\(folder.path)' && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem \
            -out chain.pem -days 2 -subj /CN=localhost
            """)
        return ServingSettings.Certificate(
            chain: Array(try Data(contentsOf: folder.appending(path: "chain.pem"))),
            key: Array(try Data(contentsOf: folder.appending(path: "key.pem"))))
    }

    /// Runs a command line in which `PORT` stands for the port of the house.
    private func ask(_ command: String, isSecure: Bool = true) async throws -> String {
        var settings = TryHouse.settings()
        settings.port = 0
        settings.bodySeconds = 1
        if isSecure { settings.certificate = try Self.certificate.get() }
        return try await TryHouse(Self.routes, settings: settings).website.application().test(.live) { client in
            let port = try #require(client.port)
            return try await Shell.run(command.replacing("PORT", with: String(port)))
        }
    }

    @Test func speaksHTTP2OverTLS() async throws {
        let said = try await ask(
            "curl -m 20 -sk --http2 -o /dev/null -w '%{http_version} %{http_code}' https://127.0.0.1:PORT/open")
        #expect(said == "2 200")
    }

    @Test func speaksHTTP1ToThoseWhoKnowNoOther() async throws {
        let said = try await ask(
            "curl -m 20 -sk --http1.1 -i https://127.0.0.1:PORT/open | tr -d '\\r'")
        #expect(said.hasPrefix("HTTP/1.1 200"))
        #expect(said.lowercased().contains("strict-transport-security: max-age=31536000"))
        #expect(said.hasSuffix("<p>open</p>"))
    }

    @Test(arguments: [
        "-tls1", "-tls1_1", "-tls1_2 -cipher ECDHE-ECDSA-AES128-SHA", "-tls1_2 -cipher AES128-GCM-SHA256",
    ])
    func refusesOldProtocolsAndSuites(options: String) async throws {
        let said = try await ask(
            "timeout 20 openssl s_client \(options) -connect 127.0.0.1:PORT </dev/null 2>&1 | grep -c 'Cipher is ECDHE' || true"
        )
        #expect(said.trimmed.hasPrefix("0"))
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func takesTheTwoProtocolsOfToday(option: String) async throws {
        let said = try await ask(
            "timeout 20 openssl s_client \(option) -connect 127.0.0.1:PORT </dev/null 2>&1 | grep 'Cipher is'")
        #expect(said.contains("GCM") || said.contains("CHACHA20"))
    }

    @Test func putsTheFieldsOfSafetyOnAnswersToWhatIsNoHTTP() async throws {
        let said = try await ask(
            "exec 3<>/dev/tcp/127.0.0.1/PORT; printf 'NONSENSE\\r\\n\\r\\n' >&3; timeout 10 cat <&3", isSecure: false)
        #expect(said.hasPrefix("HTTP/1.1 400"))
        #expect(said.lowercased().contains("x-content-type-options: nosniff"))
    }

    @Test func refusesAHeadThatIsTooLarge() async throws {
        let said = try await ask(
            """
            curl -m 20 -s -o /dev/null -w '%{http_code}' -H "X-Long: $(head -c 20000 /dev/zero | tr '\\0' a)" \
            http://127.0.0.1:PORT/open
            """, isSecure: false)
        #expect(said == "400")
    }

    @Test func givesUpOnABodyThatDoesNotCome() async throws {
        let said = try await ask(
            """
            exec 3<>/dev/tcp/127.0.0.1/PORT
            printf 'POST /form HTTP/1.1\\r\\nHost: h\\r\\nContent-Type: application/x-www-form-urlencoded\\r\\n' >&3
            printf 'Content-Length: 50\\r\\n\\r\\na=' >&3
            timeout 300 cat <&3
            """, isSecure: false)
        #expect(said.hasPrefix("HTTP/1.1 408"))
        #expect(said.contains("W211"))
    }

    @Test func endsAConnectionWhoseBodyIsTooLarge() async throws {
        let said = try await ask(
            """
            head -c 3000000 /dev/zero | curl -m 20 -s -o /dev/null -w '%{http_code}' --data-binary @- \
            -H 'Expect:' http://127.0.0.1:PORT/form
            """, isSecure: false)
        #expect(said == "413")
    }

    @Test(arguments: ["", "Host: one.example\\r\\nHost: two.example\\r\\n"])
    func refusesARequestThatNamesNoHostOrTwo(hosts: String) async throws {
        let said = try await ask(
            "exec 3<>/dev/tcp/127.0.0.1/PORT; printf 'GET /open HTTP/1.1\\r\\n\(hosts)\\r\\n' >&3; timeout 5 cat <&3",
            isSecure: false)
        #expect(said.hasPrefix("HTTP/1.1 400"))
        #expect(said.contains("W216"))
    }

    @Test func aBodyThatIsNoHTTPIsTheSendersMistakeAndNotOurs() async throws {
        var settings = TryHouse.settings()
        settings.port = 0
        let house = try TryHouse(Self.routes, settings: settings)
        let said = try await house.website.application().test(.live) { client in
            let port = try #require(client.port)
            return try await Shell.run(
                """
                exec 3<>/dev/tcp/127.0.0.1/\(port)
                printf 'POST /form HTTP/1.1\\r\\nHost: h\\r\\nContent-Type: application/x-www-form-urlencoded\\r\\n' >&3
                printf 'Transfer-Encoding: chunked\\r\\n\\r\\nno size\\r\\n' >&3
                timeout 5 cat <&3
                """)
        }
        #expect(!said.contains("W299"))
        #expect(!house.lines.all.contains { $0.hasPrefix("W299") })
    }

    @Test(arguments: ["0.0.0.0", "192.0.2.1", "::"])
    func speaksPlainHTTPOnThisMachineOnly(host: String) throws {
        let settings = ServingSettings(host: host)
        #expect(throws: WebsiteFailure.plainBeyondThisMachine(host: host)) {
            try TryHouse(Self.routes, settings: settings)
        }
        var behindProxy = settings
        behindProxy.isBehindProxy = true
        #expect(throws: Never.self) { try TryHouse(Self.routes, settings: behindProxy) }
    }

    @Test func refusesACertificateThatIsNone() throws {
        var settings = TryHouse.settings()
        settings.certificate = .init(chain: Array("no certificate".utf8), key: [])
        #expect(throws: WebsiteFailure.self) { try TryHouse(Self.routes, settings: settings).website.application() }
    }
}

/// Programs of the machine.
enum Shell {
    static func has(_ program: String) -> Bool {
        ["/usr/bin", "/usr/local/bin", "/bin"].contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
        }
    }

    /// What a command line writes. On a thread of its own: one that waited on those of the server would stop it.
    static func run(_ command: String) async throws -> String { try await Waiting.run { try runNow(command) } }

    static func runNow(_ command: String) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", command]
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
