import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// Carries one notice to its receiver.
package protocol WebhookSender: Sendable {
    /// The receiver's status.
    ///
    /// - Throws: Whatever keeps the notice from arriving.
    func send(_ body: [UInt8], to address: WebhookAddress, signature: String) async throws -> Int
}

/// Over the network, without following anybody elsewhere: the name is looked up once, and what it led to must be an
/// address of the open Internet, so that nobody makes the register knock at doors inside its own house.
package struct NetworkSender: WebhookSender {
    /// Whether receivers in private networks and on this machine are allowed, over plain http too.
    private let allowsPrivate: Bool

    package init(allowsPrivate: Bool) { self.allowsPrivate = allowsPrivate }

    package func send(_ body: [UInt8], to address: WebhookAddress, signature: String) async throws -> Int {
        let host = address.host
        let resolved = try await Waiting.run { try SocketAddress.makeAddressResolvingHost(host, port: address.port) }
        guard let machine = resolved.ipAddress, allowsPrivate || WebhookAddress.isOpen(machine) else {
            throw InterfaceRefusal.addressRefused(reason: "it leads into a private network")
        }
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(5), read: .seconds(10)))
        configuration.dnsOverride = [host: machine]
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            var request = HTTPClientRequest(url: address.text)
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/json")
            request.headers.add(name: "User-Agent", value: "Rapporteur")
            request.headers.add(name: "Rapporteur-Signature", value: signature)
            request.body = .bytes(body)
            let response = try await client.execute(request, timeout: .seconds(15))
            try await client.shutdown()
            return Int(response.status.code)
        } catch {
            try? await client.shutdown()
            throw error
        }
    }
}
