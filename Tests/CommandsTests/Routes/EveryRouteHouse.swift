import Access
import ArgumentParser
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import TestKit
import Testing
import Vocabulary

@testable import Commands
@testable import Website

/// The program's own table of routes over an empty register, asked without a socket.
final class EveryRouteHouse: Sendable {
    /// Gets what a route answers to a method, an address, header fields and a body.
    typealias Ask = (HTTPRequest.Method, String, [String: String], String?) async throws -> Reply

    struct Reply {
        let status: Int
        let headers: HTTPFields
        let bytes: Int
        /// Of the problem or of the page that tells it; empty where there is none.
        let code: String
    }

    private static let secret = Array("a secret of the forms of these tests".utf8)
    private let folder: TemporaryFolder
    private let open: OpenHouse
    private let routes: [AskedRoute]
    private let website: Website

    init() throws {
        folder = try TemporaryFolder()
        let place = try RegisterFolder.parse(["--data", folder.path("register")])
        let loader = HouseLoader(resources: Resources(root: Repository.root))
        let book = try BookLoader(resources: loader.resources).book()
        let leave = try Initialise.grant(.initialise)
        try OpenRegister.make(at: place, of: book, under: leave).close()
        open = try OpenHouse(place, door: nil)
        let pages = try loader.pages()
        let site = SiteStand(try SiteLoader(resources: loader.resources).site(releases: []))
        let table = try loader.table(site, pages, exit: ServingSettings().exit, open)
        routes = table.routes.map { AskedRoute($0, table.gate) }
        var settings = ServingSettings()
        settings.patience = 100_000
        website = try Website(table, pages: pages, desk: KindDesk(secret: Self.secret), settings: settings) { _ in }
    }

    deinit { try? open.close() }

    /// What makes somebody come as a function.
    static func session(of kind: FunctionKind) -> [String: String] { ["Cookie": "session=\(kind.rawValue)"] }

    static var formToken: String { FormToken.make(from: secret) }

    /// Asks every route.
    ///
    /// - Parameter question: Says what is wrong with a route, or nothing.
    /// - Returns: What is wrong, each with its route.
    func findings(_ question: @escaping @Sendable (AskedRoute, Ask) async throws -> String?) async throws -> [String] {
        let routes = routes
        #expect(routes.count > 100)
        return try await website.application().test(.router) { client in
            let ask: Ask = { method, address, fields, body in
                var headers = HTTPFields()
                for (name, value) in fields { if let name = HTTPField.Name(name) { headers[name] = value } }
                return try await client.execute(
                    uri: address, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) }
                ) { Reply($0) }
            }
            var wrong: [String] = []
            for route in routes {
                if let finding = try await question(route, ask) { wrong.append("\(route.name): \(finding)") }
            }
            return wrong
        }
    }
}

extension EveryRouteHouse.Reply {
    fileprivate init(_ response: TestResponse) {
        status = response.status.code
        headers = response.headers
        bytes = response.body.readableBytes
        let text = String(buffer: response.body)
        let told = text.firstMatch(of: /"code":"([A-Z][0-9]+)"/) ?? text.firstMatch(of: /<code>([A-Z][0-9]+)<\/code>/)
        code = told.map { String($0.1) } ?? ""
    }
}

/// Lets in whoever names a function, as one who belongs to no organisation.
private struct KindDesk: VisitorDesk {
    let secret: [UInt8]

    func visitor(
        session: String?, token: String?, from address: String, at moment: Timestamp
    ) async throws -> Visitor {
        guard let kind = session.flatMap({ FunctionKind(rawValue: $0) }), kind != .public else { return .anybody }
        let actor = Actor(account: "account-x", function: kind, organisation: nil)
        return .signedIn(SignedIn(actor: actor, name: "Officer X", key: kind.rawValue, formSecret: secret))
    }
}
