import Foundation

/// Where a notice goes: an address over https, or over http where private networks are allowed.
package struct WebhookAddress: Hashable, Sendable {
    package let text: String
    let host: String
    let port: Int

    /// - Throws: ``InterfaceRefusal/addressRefused(reason:)``.
    init(_ text: String, allowsPrivate: Bool) throws(InterfaceRefusal) {
        guard text.utf8.count <= 500, text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }),
            let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty
        else { throw .addressRefused(reason: "it is no address of the web of at most 500 characters") }
        guard parts.scheme == "https" || (allowsPrivate && parts.scheme == "http") else {
            throw .addressRefused(reason: "it does not begin with https://")
        }
        guard parts.user == nil, parts.password == nil, parts.fragment == nil else {
            throw .addressRefused(reason: "it holds a name, a password or a fragment")
        }
        let name = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        let isNumber = name.contains(":") || name.allSatisfy { $0.isNumber || $0 == "." }
        guard allowsPrivate || (name.lowercased() != "localhost" && (!isNumber || WebhookAddress.isOpen(name))) else {
            throw .addressRefused(reason: "it leads into a private network")
        }
        self.text = text
        self.host = name
        port = parts.port ?? (parts.scheme == "https" ? 443 : 80)
    }

    /// Whether a machine's address is of the open Internet. An address in no known range is not taken for one.
    static func isOpen(_ machine: String) -> Bool {
        if machine.contains(":") {
            return contains(["2000::/3"], machine) && !contains(reservedLong, machine)
        }
        return contains(["0.0.0.0/0"], machine) && !contains(reserved, machine)
    }

    /// IANA special-purpose registry for IPv4, and multicast.
    private static let reserved = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/3",
    ]
    /// Within 2000::/3: tunnels that hold another address, documentation, benchmarks.
    private static let reservedLong = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]

    private static func contains(_ ranges: [String], _ machine: String) -> Bool {
        ranges.contains { (try? NetworkRange($0))?.contains(machine) == true }
    }
}
