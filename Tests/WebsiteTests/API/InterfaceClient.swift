import Access
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import InterfaceKit
import Mechanisms
import NIOCore
import Vocabulary

@testable import Website

/// Asks the interface in the name of somebody, without a socket.
struct InterfaceClient {
    let house: Website

    init(
        _ register: InterfaceRegister, scanner: any VirusScanner = NoScanner(), webhooks: WebhookDispatcher? = nil
    ) throws {
        house = try register.house(scanner: scanner, webhooks: webhooks)
    }

    struct Reply {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]

        /// Null where the body is no JSON.
        var json: JSON { (try? JSONReader.read(bytes)) ?? .null }
        var code: String? { json["code"]?.string }
    }

    func get(_ path: String, as actor: Actor?, headers: [String: String] = [:]) async throws -> Reply {
        try await send(.get, path, as: actor, headers: headers, body: nil)
    }

    func post(
        _ path: String, _ body: String, as actor: Actor?, key: String? = nil, version: Int? = nil,
        headers: [String: String] = [:]
    ) async throws -> Reply {
        var headers = headers.merging(["Content-Type": "application/json"]) { mine, _ in mine }
        if let key { headers["Idempotency-Key"] = key }
        if let version { headers["If-Match"] = "\"v\(version)\"" }
        return try await send(.post, path, as: actor, headers: headers, body: Array(body.utf8))
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, as actor: Actor?, headers: [String: String], body: [UInt8]?
    ) async throws -> Reply {
        var fields = HTTPFields()
        for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        if let actor { fields[.authorization] = "Bearer \(actor.account)" }
        return try await house.application().test(.router) { [fields] client in
            try await client.execute(
                uri: APIRoutes.root + path, method: method, headers: fields, body: body.map { ByteBuffer(bytes: $0) }
            ) { response in
                Reply(
                    status: response.status.code, headers: response.headers,
                    bytes: Array(response.body.readableBytesView))
            }
        }
    }
}

extension JSON {
    var string: String? { if case .text(let text) = self { text } else { nil } }
    var number: Int? { if case .number(let number) = self { number } else { nil } }
    var items: [JSON] { if case .array(let items) = self { items } else { [] } }
    var names: [String] { if case .object(let members) = self { members.map(\.name) } else { [] } }
}
