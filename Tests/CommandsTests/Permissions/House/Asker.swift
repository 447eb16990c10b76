import Access
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import InterfaceKit
import Mechanisms
import NIOCore
import Vocabulary

@testable import Website

/// Asks the house in the name of a post, and sees what the answer cost.
struct Asker: Sendable {
    let client: any TestClientProtocol
    let tally: CountingStore.Tally

    struct Reply: Sendable {
        let status: Int
        /// Without the date: everything else of a refusal must be the same.
        let headers: [String: String]
        let bytes: [UInt8]
        /// Statements that the ledger was asked.
        let statements: Int
        /// The last id of the address, which an answer may repeat.
        let record: String

        var text: String { String(decoding: bytes, as: UTF8.self) }
        /// Null where the body is no JSON.
        var json: JSON { (try? JSONReader.read(bytes)) ?? .null }
        var code: String? { json["code"]?.text }

        /// Whether it tells nothing that the other does not: status, fields, every byte, and the work.
        func isSame(as other: Reply) -> Bool {
            status == other.status && headers == other.headers && statements == other.statements
                && (bytes == other.bytes || comparable == other.comparable)
        }

        /// Without the id that was asked for, and without tokens of forms, which are made anew for each page.
        private var comparable: [String] {
            let plain = record.isEmpty ? text : text.replacing(record, with: "record")
            let pieces = plain.components(separatedBy: "name=\"\(FormToken.field)\" value=\"")
            return pieces.prefix(1) + pieces.dropFirst().map { String($0.drop { $0 != "\"" }) }
        }
    }

    /// Asks the interface for programs.
    ///
    /// - Parameters:
    ///   - worker: Nil for somebody whose token is nobody's.
    ///   - scope: What bounds the token, as ``PostDesk`` reads it.
    func ask(
        _ path: String, _ method: HTTPRequest.Method = .get, as worker: Worker?, scope: String = "",
        headers: [String: String] = [:], body: String? = nil
    ) async throws -> Reply {
        var headers = headers
        headers["Authorization"] = "Bearer \(worker?.session ?? "nobody")\(scope)"
        if let worker, !worker.isUsual { headers["For-Purpose"] = worker.purpose.rawValue }
        return try await send(method, path, headers, body)
    }

    /// Asks the pages, with the cookie of a session; a form carries its token.
    func visit(_ path: String, as worker: Worker, form: [(String, String)]? = nil) async throws -> Reply {
        let headers = ["Cookie": "session=\(worker.session); language=en"]
        guard let form else { return try await send(.get, path, headers, nil) }
        let token = Fields.Field(name: FormToken.field, value: FormToken.make(from: PostDesk.secret))
        let body = Fields(form.map { .init(name: $0.0, value: $0.1) } + [token]).encoded
        return try await send(
            .post, path, headers.merging(["Content-Type": "application/x-www-form-urlencoded"]) { $1 }, body)
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: [String: String], _ body: String?
    ) async throws -> Reply {
        var fields = HTTPFields()
        for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        let before = tally.statements
        return try await client.execute(
            uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) }
        ) { response in
            Reply(
                status: response.status.code,
                headers: Dictionary(
                    response.headers.filter { $0.name != .date }.map { ($0.name.canonicalName, $0.value) },
                    uniquingKeysWith: { "\($0), \($1)" }),
                bytes: Array(response.body.readableBytesView), statements: tally.statements - before,
                record: path.split(whereSeparator: { "/?".contains($0) }).map(String.init).last {
                    RecordID($0) != nil
                } ?? "")
        }
    }
}

extension JSON {
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Int? { if case .number(let number) = self { number } else { nil } }
    var items: [JSON] { if case .array(let items) = self { items } else { [] } }
    var texts: Set<String> { Set(items.compactMap(\.text)) }
    var names: Set<String> { if case .object(let members) = self { Set(members.map(\.name)) } else { [] } }
}
