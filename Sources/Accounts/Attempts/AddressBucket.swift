import Glibc

/// Addresses that count as one: IPv4 each for itself, IPv6 by its first 64 bits, since a household has so many.
enum AddressBucket {
    static func of(_ address: String) -> String {
        let plain = String(address.prefix { $0 != "%" })
        var bytes = in6_addr()
        guard inet_pton(AF_INET6, plain, &bytes) == 1 else { return String(plain.prefix(64)) }
        let all = withUnsafeBytes(of: &bytes) { Array($0) }
        // An IPv4 address written as IPv6 is that IPv4 address.
        if all[..<10].allSatisfy({ $0 == 0 }), all[10] == 0xFF, all[11] == 0xFF {
            return all[12...].map(String.init).joined(separator: ".")
        }
        return all[..<8].map { String($0, radix: 16) }.joined(separator: ":")
    }
}
