import Access
import Foundation
import HTTPTypes
import HummingbirdTesting
import Mechanisms
import NIOCore
import Synchronization
import Vocabulary

@testable import Website

/// A house of a few routes, asked without a socket.
struct TryHouse {
    let website: Website
    let lines = Lines()

    /// What it wrote to its log.
    final class Lines: Sendable {
        private let kept = Mutex<[String]>([])
        var all: [String] { kept.withLock { $0 } }
        func add(_ line: String) { kept.withLock { $0.append(line) } }
    }

    static let start = Timestamp(milliseconds: 1_790_000_000_000)
    private static let madePages = Result { try SampleSite.pages() }

    static func pages() throws -> Pages { try madePages.get() }

    static func settings() -> ServingSettings {
        var settings = ServingSettings()
        settings.now = { start }
        // The patience of real lines would try the speed of the machine that runs the tests.
        settings.bodySeconds = 3600
        return settings
    }

    init(
        _ routes: [Route], desk: any VisitorDesk = ScriptedDesk(), settings: ServingSettings = TryHouse.settings()
    ) throws {
        let lines = lines
        website = try Website(
            RouteTable(routes, gate: RouteGate(Policy())), pages: TryHouse.pages(), desk: desk, settings: settings
        ) { lines.add($0) }
    }

    @discardableResult
    func ask(
        _ path: String, _ method: HTTPRequest.Method = .get, _ headers: [String: String] = [:], body: String? = nil
    ) async throws -> TestResponse {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return try await website.application().test(.router) { [fields] client in
            try await client.execute(
                uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) }
            ) { $0 }
        }
    }

    /// Sends a form as a browser does from a page of the house.
    func send(
        _ form: [(String, String)], to path: String, cookie: String? = nil, site: String = "same-origin"
    ) async throws -> TestResponse {
        var headers = ["Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": site]
        headers["Cookie"] = cookie
        let body = Fields(form.map { Fields.Field(name: $0.0, value: $0.1) }).encoded
        return try await ask(path, .post, headers, body: body)
    }
}

/// Knows the sessions `caseworker` and `operator`, and the token `program`.
struct ScriptedDesk: VisitorDesk {
    static let secret: [UInt8] = Array("the secret of a session in tests".utf8)

    func visitor(
        session: String?, token: String?, from address: String, at moment: Timestamp
    ) async throws -> Visitor {
        if token == "program" { return signedIn(.caseworker, secret: nil) }
        switch session {
        case "caseworker": return signedIn(.caseworker, secret: ScriptedDesk.secret)
        case "operator": return signedIn(.systemOperator, secret: ScriptedDesk.secret)
        default: return .anybody
        }
    }

    private func signedIn(_ kind: FunctionKind, secret: [UInt8]?) -> Visitor {
        .signedIn(
            SignedIn(
                actor: Actor(account: "account-x", function: kind, organisation: nil), name: "Officer X",
                key: "session \(kind.rawValue)", formSecret: secret))
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }

    func field(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    /// All values of a field that may come more than once.
    func fields(_ name: String) -> [String] { HTTPField.Name(name).map { headers[values: $0] } ?? [] }
}
