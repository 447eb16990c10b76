import Foundation

/// A network address with the number of its leading bits that count: one machine, or all of a network.
package struct NetworkRange: Hashable, Sendable {
    /// 4 bytes or 16.
    private let bytes: [UInt8]
    private let bits: Int

    /// - Parameter text: `10.0.0.0/8`, `::1`.
    /// - Throws: ``WebsiteFailure/proxyUnreadable(text:)``.
    package init(_ text: String) throws(WebsiteFailure) {
        let sides = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let bytes = NetworkRange.bytes(of: String(sides[0])) else { throw .proxyUnreadable(text: text) }
        let most = bytes.count * 8
        guard let bits = sides.count > 1 ? Int(sides[1]) : most, (0...most).contains(bits) else {
            throw .proxyUnreadable(text: text)
        }
        self.bytes = bytes
        self.bits = bits
    }

    func contains(_ address: String) -> Bool {
        guard let other = NetworkRange.bytes(of: address), other.count == bytes.count else { return false }
        return NetworkRange.leading(bits, of: bytes) == NetworkRange.leading(bits, of: other)
    }

    /// What the rate limit knows an address by: an IPv6 network of 64 bits is one household, so it counts as one.
    static func neighbourhood(of address: String) -> String {
        guard let bytes = bytes(of: address) else { return "unknown" }
        return leading(bytes.count == 4 ? 32 : 64, of: bytes).map { String($0, radix: 16) }.joined(separator: ":")
    }

    /// An IPv4 address in the dress of an IPv6 one is taken as what it is.
    private static func bytes(of address: String) -> [UInt8]? {
        let plain = String(address.prefix { $0 != "%" })
        for (family, length) in [(AF_INET, 4), (AF_INET6, 16)] {
            var bytes = [UInt8](repeating: 0, count: 16)
            guard inet_pton(family, plain, &bytes) == 1 else { continue }
            if length == 16, bytes.prefix(12).elementsEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255]) {
                return Array(bytes.suffix(4))
            }
            return Array(bytes.prefix(length))
        }
        return nil
    }

    private static func leading(_ bits: Int, of bytes: [UInt8]) -> [UInt8] {
        bytes.enumerated().map { place, byte in
            let kept = min(8, max(0, bits - place * 8))
            return kept == 0 ? 0 : byte & (UInt8.max << UInt8(8 - kept))
        }
    }
}
