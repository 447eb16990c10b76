import HTTPTypes
import Hummingbird
import Vocabulary

/// A request as it came, before anything of it is believed.
struct Call: Sendable {
    let method: HTTPRequest.Method
    /// Path and query, as sent.
    let target: String
    /// `Host`, or `:authority` of HTTP/2.
    let host: String?
    let headers: HTTPFields
    let cookies: Cookies
    let body: RequestBody
    let client: ClientAddress
    let moment: Timestamp

    init(_ request: Request, peer: String, settings: ServingSettings) {
        method = request.method
        target = request.head.path ?? ""
        host = request.head.authority
        headers = request.headers
        cookies = Cookies(request.headers)
        body = request.body
        client = ClientAddress(
            peer: peer, isSecure: settings.certificate != nil, request.headers, trusted: settings.trustedProxies)
        moment = settings.now()
    }

    /// Whether it says for which host it is, once. HTTP/1.1 has it so (RFC 9112, 3.2), and a proxy that reads the first of
    /// two while we read the second could be made to mistake one house for another.
    var namesOneHost: Bool {
        host?.isEmpty == false && HTTPField.Name("Host").flatMap { headers[$0] } == nil
    }

    /// Whether it asks to change nothing.
    var isReading: Bool { [.get, .head, .options].contains(method) }

    /// The token of an `Authorization: Bearer` field.
    var bearerToken: String? {
        guard let field = headers[.authorization], field.prefix(7).lowercased() == "bearer " else { return nil }
        return field.dropFirst(7).trimmed
    }

    /// In which form a failure is told where no route says it.
    var voice: Route.Voice {
        if target.hasPrefix("/api/") { return .interface }
        let accepted = headers[.accept] ?? ""
        return accepted.contains("json") && !accepted.contains("text/html") ? .interface : .page
    }
}
