import Crypto
import Foundation
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// `rapporteur serve` in a process of its own, until it is stopped.
final class RunningHouse {
    let address: URL
    private let process = Process()

    init(_ data: String) throws {
        process.executableURL = try #require(BuiltProgram.executable, "build the program first: swift build")
        process.arguments = ["serve", "--data", data, "--port", "0"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let talk = Pipe()
        process.standardError = talk
        try process.run()
        var said = ""
        while !said.contains("/ in a browser") {
            let more = talk.fileHandleForReading.availableData
            try #require(!more.isEmpty, "it did not start: \(said)")
            said += String(decoding: more, as: UTF8.self)
        }
        let port = try #require(said.firstMatch(of: /http:\/\/127\.0\.0\.1:[0-9]+/)?.0)
        address = try #require(URL(string: String(port)))
    }

    /// Waits until the register is closed.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}

/// A browser without scripts: cookies, forms, redirections.
final class PlainBrowser {
    private let address: URL
    private let session: URLSession
    private var page = ""

    init(_ address: URL) throws {
        self.address = address
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieAcceptPolicy = .always
        session = URLSession(configuration: configuration)
    }

    /// The page at the end of all redirections.
    @discardableResult
    func get(_ path: String) async throws -> String { try await ask(path, body: nil) }

    /// Sends a form of the page that is open.
    @discardableResult
    func send(_ fields: [String: String], to path: String) async throws -> String {
        let token = page.firstMatch(of: /name="csrf-token" value="([^"]*)"/)?.1 ?? ""
        let plain = token.replacing("&#43;", with: "+").replacing("&#61;", with: "=")
        let all = fields.merging(["csrf-token": String(plain)]) { mine, _ in mine }
        let pairs = all.map { "\(encoded($0.key))=\(encoded($0.value))" }
        return try await ask(path, body: pairs.joined(separator: "&"))
    }

    private func ask(_ path: String, body: String?) async throws -> String {
        var request = URLRequest(url: try #require(URL(string: path, relativeTo: address)))
        request.setValue("same-origin", forHTTPHeaderField: "Sec-Fetch-Site")
        if let body {
            request.httpMethod = "POST"
            request.httpBody = Data(body.utf8)
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        }
        page = String(decoding: try await session.data(for: request).0, as: UTF8.self)
        return page
    }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

/// What the person's authenticator shows: RFC 6238 with SHA-1, six digits, thirty seconds.
enum OneTimeCode {
    /// - Parameter secret: In base 32, in groups, as it is shown.
    static func now(_ secret: String) -> String {
        let bits = secret.compactMap { Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").firstIndex(of: $0) }.flatMap { value in
            (0..<5).reversed().map { UInt8(value >> $0 & 1) }
        }
        let key = stride(from: 0, through: bits.count - 8, by: 8).map { bits[$0..<$0 + 8].reduce(0) { $0 << 1 | $1 } }
        let counter = UInt64(Date().timeIntervalSince1970) / 30
        let message = (0..<8).reversed().map { UInt8(truncatingIfNeeded: counter >> UInt64($0 * 8)) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: key)))
        let place = Int(mac[19] & 15)
        let number = mac[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - text.count) + text
    }
}
