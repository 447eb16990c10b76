package import Accounts
import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL

/// The network as a sign-in by a provider of identities needs it: no redirections, ten seconds, a mebibyte at most.
package struct ProviderFetching: ProviderNetwork {
    private let client: HTTPClient

    private struct NotAnswered: Error {}

    /// ``close()`` it when the house closes.
    package init() {
        var configuration = HTTPClient.Configuration(certificateVerification: .fullVerification)
        configuration.redirectConfiguration = .disallow
        configuration.timeout = .init(connect: .seconds(5), read: .seconds(10))
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Ends its connections.
    package func close() async throws { try await client.shutdown() }

    /// The body of the answer 200 to a GET that accepts `application/json`.
    package func read(_ address: String) async throws -> [UInt8] {
        let (status, body) = try await answer(to: HTTPClientRequest(url: address))
        guard status == 200 else { throw NotAnswered() }
        return body
    }

    /// The body of the answer 200 to a POST of the request's form.
    package func redeem(_ request: TokenRequest, at address: String) async throws -> [UInt8] {
        var post = HTTPClientRequest(url: address)
        post.method = .POST
        post.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        if let authorization = request.authorization { post.headers.add(name: "Authorization", value: authorization) }
        post.body = .bytes(ByteBuffer(string: request.form))
        let (status, body) = try await answer(to: post)
        guard status == 200 else { throw ProviderRefusal() }
        return body
    }

    private func answer(to request: HTTPClientRequest) async throws -> (status: UInt, body: [UInt8]) {
        var request = request
        request.headers.add(name: "Accept", value: "application/json")
        let response = try await client.execute(request, timeout: .seconds(10))
        let body = try await response.body.collect(upTo: 1 << 20)
        return (response.status.code, Array(body.readableBytesView))
    }
}
