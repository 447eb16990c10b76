import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Mechanisms
import NIOCore

@testable import Website

/// One request as it goes over the wire: sent twice, it is the same to the last byte.
struct Asked: Sendable {
    let method: HTTPRequest.Method
    let path: String
    let headers: [String: String]
    let body: String

    /// A page, or a form that a page of the house sends.
    static func page(
        _ path: String, as post: WorkbenchSamples.Post, form: [(String, String)]? = nil
    ) -> Asked {
        var headers = ["Cookie": "session=\(post.rawValue); language=en", "Sec-Fetch-Site": "same-origin"]
        guard let form else { return Asked(method: .get, path: path, headers: headers, body: "") }
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        let token = Fields.Field(name: FormToken.field, value: FormToken.make(from: PostDesk.secret))
        let fields = Fields(form.map { .init(name: $0.0, value: $0.1) } + [token])
        return Asked(method: .post, path: path, headers: headers, body: fields.encoded)
    }

    /// A call of the interface.
    ///
    /// - Parameter version: On which the change rests; nil for an opening.
    static func call(
        _ path: String, as post: WorkbenchSamples.Post, _ body: JSON? = nil, version: Int? = nil, key: String? = nil
    ) -> Asked {
        var headers = ["Authorization": "Bearer \(post.rawValue)", "Content-Type": "application/json"]
        headers["If-Match"] = version.map { "\"v\($0)\"" }
        headers["Idempotency-Key"] = key
        return Asked(
            method: body == nil ? .get : .post, path: APIRoutes.root + path, headers: headers,
            body: body?.text() ?? "")
    }

    func send(to client: any TestClientProtocol) async throws -> Heard {
        var fields = HTTPFields()
        for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        return try await client.execute(uri: path, method: method, headers: fields, body: ByteBuffer(string: body)) {
            Heard(status: $0.status.code, body: String(buffer: $0.body), tag: $0.headers[.eTag])
        }
    }
}

/// What came back.
struct Heard: Sendable {
    let status: Int
    let body: String
    /// `"v3"` for version 3.
    let tag: String?

    var json: JSON { (try? JSONReader.read(Array(body.utf8))) ?? .null }
}
