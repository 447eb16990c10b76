import HTTPTypes

/// The cookies of a request, and cookies to set.
package struct Cookies: Sendable {
    private let values: [String: String]

    /// The first value of a name counts: a second one was put there by somebody else.
    init(_ headers: HTTPFields) {
        var values: [String: String] = [:]
        for field in headers[values: .cookie] {
            for pair in field.split(separator: ";").prefix(50) {
                let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard sides.count == 2 else { continue }
                let name = String(sides[0].drop { $0 == " " })
                if values[name] == nil { values[name] = String(sides[1]) }
            }
        }
        self.values = values
    }

    /// The value of a cookie of the house, whose name carries the prefix that the connection allows.
    package func value(of kind: CookieKind, isSecure: Bool) -> String? { values[kind.name(isSecure: isSecure)] }
}

/// The cookies of the house. There is no other.
package enum CookieKind: String, Sendable, CaseIterable {
    /// The key of the session.
    case session
    /// The key of the forms of somebody who has no session yet.
    case arrival
    /// The language that somebody chose.
    case language
    /// What ties the answer of a provider of identities to the browser that was sent there.
    case provider

    /// `__Host-session`: a browser takes it from this host only, over TLS only, for every path. Over plain http, which
    /// is for this machine only, browsers refuse the prefix, and the name goes without it.
    package func name(isSecure: Bool) -> String { isSecure ? "__Host-\(rawValue)" : rawValue }

    /// Whether it must come along with a link of another site: somebody who is signed in follows one in a message, and
    /// a provider of identities sends people back by one.
    private var comesFromElsewhere: Bool { self == .session || self == .provider }

    /// A `Set-Cookie` field.
    ///
    /// - Parameter lasting: Seconds; nil until the browser is closed, 0 to forget it now.
    package func setting(_ value: String, lasting: Int? = nil, isSecure: Bool) -> String {
        var text =
            "\(name(isSecure: isSecure))=\(value); Path=/; HttpOnly; SameSite=\(comesFromElsewhere ? "Lax" : "Strict")"
        if isSecure { text += "; Secure" }
        if let lasting { text += "; Max-Age=\(lasting)" }
        return text
    }
}
