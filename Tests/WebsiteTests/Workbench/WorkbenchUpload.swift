import HTTPTypes
import Hummingbird
import HummingbirdTesting

@testable import Website

/// A file that a page is given, as a browser sends it.
struct WorkbenchUpload {
    var name = "letter.txt"
    var type = "text/plain"
    var content = "A letter."
    var fields: [(String, String)] = [("effective", "2026-09")]

    func body(boundary: String) -> String {
        let token = (FormToken.field, FormToken.make(from: PostDesk.secret))
        let parts =
            ([token] + fields).map { ("name=\"\($0.0)\"", $0.1) }
            + [("name=\"file\"; filename=\"\(name)\"\r\nContent-Type: \(type)", content)]
        return parts.map { "--\(boundary)\r\nContent-Disposition: form-data; \($0.0)\r\n\r\n\($0.1)\r\n" }.joined()
            + "--\(boundary)--\r\n"
    }
}

extension WorkbenchHouse {
    /// What came back, with its header fields and bytes.
    struct Reply {
        let status: Int
        let headers: HTTPFields
        let body: String
    }

    func give(_ upload: WorkbenchUpload, to path: String, as post: WorkbenchSamples.Post) async throws -> Reply {
        let headers: HTTPFields = [
            .cookie: "session=\(post.rawValue); language=en", .contentType: "multipart/form-data; boundary=part",
        ]
        return try await website().application().test(.router) { client in
            try await client.execute(
                uri: path, method: .post, headers: headers, body: ByteBuffer(string: upload.body(boundary: "part"))
            ) { Reply(status: $0.status.code, headers: $0.headers, body: String(buffer: $0.body)) }
        }
    }

    func fetch(_ path: String, as post: WorkbenchSamples.Post) async throws -> Reply {
        let headers: HTTPFields = [.cookie: "session=\(post.rawValue); language=en"]
        return try await website().application().test(.router) { client in
            try await client.execute(uri: path, method: .get, headers: headers) {
                Reply(status: $0.status.code, headers: $0.headers, body: String(buffer: $0.body))
            }
        }
    }
}
