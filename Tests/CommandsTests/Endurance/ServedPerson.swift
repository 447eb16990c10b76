import Vocabulary
import Website

/// Somebody with a session at a browser and a token for a program.
struct ServedPerson: Sendable {
    let account: String
    let organisation: RecordID
    let post: RecordID
    /// The value of the session's cookie.
    let session: String
    let formSecret: [UInt8]
    let token: String

    /// The fields of a request that a browser sends from a page of the house.
    var browser: [(String, String)] {
        [
            ("Cookie", "session=\(session); language=en"), ("Sec-Fetch-Site", "same-origin"),
            ("Content-Type", "application/x-www-form-urlencoded"),
        ]
    }

    /// The body of a form.
    func form(_ fields: [(String, String)]) -> [UInt8] {
        let all = fields + [(FormToken.field, FormToken.make(from: formSecret))]
        return Array(Fields(all.map { .init(name: $0.0, value: $0.1) }).encoded.utf8)
    }

    /// The fields of a call of the interface.
    ///
    /// - Parameter version: On which a change rests.
    func program(key: String? = nil, version: Int? = nil) -> [(String, String)] {
        [("Authorization", "Bearer \(token)"), ("Content-Type", "application/json")]
            + (key.map { [("Idempotency-Key", $0)] } ?? []) + (version.map { [("If-Match", "\"v\($0)\"")] } ?? [])
    }
}
