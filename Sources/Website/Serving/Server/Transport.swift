import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import NIOCore
import NIOHTTPTypes
import NIOSSL

/// How requests reach the house: plain for this machine or a proxy, else over TLS with HTTP/2 where the reader has it.
struct Transport {
    private let settings: ServingSettings

    init(_ settings: ServingSettings) { self.settings = settings }

    /// - Throws: ``WebsiteFailure/certificateUnusable(reason:)``.
    func server() throws(WebsiteFailure) -> HTTPServerBuilder {
        let isSecure = settings.certificate != nil
        let idle = TimeAmount.seconds(Int64(settings.idleSeconds))
        var http1 = HTTP1Channel.Configuration(
            additionalChannelHandlers: [SafetyFields(isSecure: isSecure)], idleTimeout: idle)
        http1.httpDecoder = .init(maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)
        guard let certificate = settings.certificate else { return .http1(configuration: http1) }
        let tls = try tlsConfiguration(certificate)
        do {
            return try .http2Upgrade(
                tlsConfiguration: tls,
                configuration: .init(
                    idleTimeout: .seconds(settings.idleSeconds), gracefulCloseTimeout: .seconds(5),
                    streamConfiguration: http1))
        } catch { throw .certificateUnusable(reason: "\(error)") }
    }

    /// TLS 1.3, and of 1.2 only the suites that authenticate what they encrypt, with keys that are forgotten.
    private func tlsConfiguration(
        _ certificate: ServingSettings.Certificate
    ) throws(WebsiteFailure) -> TLSConfiguration {
        do {
            let chain = try NIOSSLCertificate.fromPEMBytes(certificate.chain)
            let key = try NIOSSLPrivateKey(bytes: certificate.key, format: .pem)
            guard !chain.isEmpty else { throw WebsiteFailure.certificateUnusable(reason: "the file holds none") }
            var tls = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
            tls.minimumTLSVersion = .tlsv12
            tls.cipherSuiteValues = [
                .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
                .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
                .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
            ]
            tls.renegotiationSupport = .none
            // Tried once here, so that a key that does not fit the certificate ends the start and not the first request.
            _ = try NIOSSLContext(configuration: tls)
            return tls
        } catch let failure as WebsiteFailure { throw failure } catch {
            throw .certificateUnusable(reason: "\(error)")
        }
    }
}

/// Puts the fields of safety on what the framework answers by itself: requests that are no HTTP.
private final class SafetyFields: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let isSecure: Bool

    init(isSecure: Bool) { self.isSecure = isSecure }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data), head.headerFields[.xContentTypeOptions] == nil else {
            return context.write(data, promise: promise)
        }
        for field in SecurityHeaders.fields(isSecure: isSecure) { head.headerFields[field.name] = field.value }
        head.headerFields[.cacheControl] = "no-store"
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }
}
