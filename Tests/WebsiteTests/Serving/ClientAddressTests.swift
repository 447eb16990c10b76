import HTTPTypes
import Testing

@testable import Website

@Suite struct ClientAddressTests {
    private func client(
        peer: String = "127.0.0.1", _ fields: [String: String], trusted: [String] = ["127.0.0.0/8", "10.0.0.0/8"]
    ) throws -> ClientAddress {
        var headers = HTTPFields()
        for (name, value) in fields { if let name = HTTPField.Name(name) { headers[name] = value } }
        return try ClientAddress(
            peer: peer, isSecure: false, headers, trusted: trusted.map { try NetworkRange($0) })
    }

    @Test func believesNobodyWhoIsNotTrusted() throws {
        let fields = ["X-Forwarded-For": "192.0.2.1", "X-Forwarded-Proto": "https", "Forwarded": "for=192.0.2.2"]
        let client = try client(peer: "198.51.100.7", fields)
        #expect(client.address == "198.51.100.7" && !client.isSecure)
    }

    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("203.0.113.9, 192.0.2.1", "192.0.2.1"), ("192.0.2.1, 10.1.1.1", "192.0.2.1"),
        ("192.0.2.1:4711", "192.0.2.1"), ("2001:db8::1", "2001:db8::1"), ("", "127.0.0.1"),
        ("10.1.1.1", "10.1.1.1"),
    ])
    func readsTheListFromItsEnd(field: String, address: String) throws {
        #expect(try client(["X-Forwarded-For": field]).address == address)
    }

    @Test(arguments: [
        ("for=192.0.2.1;proto=https", "192.0.2.1", true), (#"for="[2001:db8::1]:80""#, "2001:db8::1", false),
        ("for=203.0.113.9, for=192.0.2.1;proto=https", "192.0.2.1", true),
    ])
    func readsTheStandardField(field: String, address: String, isSecure: Bool) throws {
        let client = try client(["Forwarded": field])
        #expect(client.address == address && client.isSecure == isSecure)
    }

    @Test func knowsFromTheProxyThatItWasTLS() throws {
        #expect(try client(["X-Forwarded-Proto": "https"]).isSecure)
    }

    @Test(arguments: [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true), ("2001:db8:1:2::1", "2001:db8:1:3::1", false),
        ("192.0.2.1", "192.0.2.2", false), ("::ffff:192.0.2.1", "192.0.2.1", true),
    ])
    func countsAHouseholdAsOne(first: String, second: String, isSame: Bool) {
        #expect((NetworkRange.neighbourhood(of: first) == NetworkRange.neighbourhood(of: second)) == isSame)
    }

    @Test(arguments: ["", "x", "10.0.0.0/33", "10.0.0/8", "::1/129", "10.0.0.0/"])
    func refusesWhatIsNoAddress(text: String) {
        #expect(throws: WebsiteFailure.proxyUnreadable(text: text)) { try NetworkRange(text) }
    }
}
