import HTTPTypes

/// From where a request comes, and whether over TLS, as far as it can be believed.
struct ClientAddress: Equatable, Sendable {
    let address: String
    let isSecure: Bool

    /// - Parameters:
    ///   - peer: The address at the other end of the connection.
    ///   - trusted: Proxies whose `Forwarded` and `X-Forwarded-For` are believed. The list is read from its end, past
    ///     trusted proxies, to the first address that is none of them: what stands before it anybody can write.
    init(peer: String, isSecure: Bool, _ headers: HTTPFields, trusted: [NetworkRange]) {
        func isTrusted(_ address: String) -> Bool { trusted.contains { $0.contains(address) } }
        guard isTrusted(peer) else {
            self.address = peer
            self.isSecure = isSecure
            return
        }
        let hops = ClientAddress.hops(headers)
        // An address that cannot be read ends the walk: the proxy that wrote it is then the one who asks.
        let walked = hops.reversed().prefix { isTrusted($0.address) }
        let next = hops.dropLast(walked.count).last
        address = next?.address ?? walked.last?.address ?? peer
        self.isSecure = isSecure || (next ?? walked.last)?.isSecure == true || ClientAddress.saysSecure(headers)
    }

    private struct Hop {
        let address: String
        let isSecure: Bool
    }

    private static func hops(_ headers: HTTPFields) -> [Hop] {
        if let field = HTTPField.Name.forwarded.flatMap({ headers[$0] }) {
            return field.split(separator: ",").suffix(20).map { element in
                let pairs = ContentType("hop;\(element)").parameters
                return Hop(address: plain(pairs["for"] ?? ""), isSecure: pairs["proto"]?.lowercased() == "https")
            }
        }
        let field = HTTPField.Name.forwardedFor.flatMap { headers[$0] } ?? ""
        return field.split(separator: ",").suffix(20).map { Hop(address: plain($0.trimmed), isSecure: false) }
    }

    private static func saysSecure(_ headers: HTTPFields) -> Bool {
        HTTPField.Name.forwardedProtocol.flatMap { headers[$0] }?.lowercased() == "https"
    }

    /// Without brackets and port.
    private static func plain(_ text: String) -> String {
        if text.hasPrefix("[") { return String(text.dropFirst().prefix { $0 != "]" }) }
        return text.filter { $0 == ":" }.count == 1 ? String(text.prefix { $0 != ":" }) : text
    }
}

extension HTTPField.Name {
    static let forwarded = HTTPField.Name("Forwarded")
    static let forwardedFor = HTTPField.Name("X-Forwarded-For")
    static let forwardedProtocol = HTTPField.Name("X-Forwarded-Proto")
}
