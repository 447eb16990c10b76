import Foundation
import Hummingbird
import Logging
import NIOCore
package import Publication

/// The public site as an HTTP server. It reads nothing and decides nothing: every answer is made of a ``Site``.
package struct Website: Sendable {
    /// Where it listens. The default is this machine only: a proxy with certificates stands before it.
    package struct Address: Hashable, Sendable {
        package let host: String
        /// 0 for any free one.
        package let port: Int

        package init(host: String = "127.0.0.1", port: Int = 8080) {
            self.host = host
            self.port = port
        }
    }

    private let site: Site
    private let address: Address
    private let log: @Sendable (String) -> Void

    /// - Parameter log: Gets one line a request, without query strings and addresses of readers.
    package init(_ site: Site, at address: Address, log: @escaping @Sendable (String) -> Void) {
        self.site = site
        self.address = address
        self.log = log
    }

    /// Serves until SIGINT or SIGTERM; requests that have begun are answered first.
    ///
    /// - Parameter started: Called with the port once the site answers.
    /// - Throws: ``WebsiteFailure/cannotListen(host:port:reason:)``.
    package func serve(started: @escaping @Sendable (Int) async -> Void = { _ in }) async throws {
        do {
            try await application(started: started).runService()
        } catch let error as IOError {
            throw WebsiteFailure.cannotListen(
                host: address.host, port: address.port, reason: String(cString: strerror(error.errnoCode)))
        }
    }

    func application(
        started: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> Application<SiteResponder> {
        // The framework's own log names addresses and paths; ours is one line a request.
        let quiet = Logger(label: "website") { _ in SwiftLogNoOpLogHandler() }
        return Application(
            responder: SiteResponder(answers: Answers(site), log: log),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port), serverName: nil),
            onServerRunning: { channel in await started(channel.localAddress?.port ?? 0) }, logger: quiet)
    }
}
