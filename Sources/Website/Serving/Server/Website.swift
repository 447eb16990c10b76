import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdHTTP2
import Logging
import NIOCore

/// The house on the network: every route of its table, over http on this machine or over TLS, HTTP/1.1 and HTTP/2.
package struct Website: Sendable {
    private let reception: Reception
    private let settings: ServingSettings
    private let log: @Sendable (String) -> Void

    /// - Parameters:
    ///   - routes: Those of every part of the house, checked; those of ``HouseRoutes`` among them.
    ///   - log: Gets one line a request, without query strings, addresses of readers and names of records, and one for
    ///     each failure of ours.
    /// - Throws: ``WebsiteFailure/plainBeyondThisMachine(host:)``.
    package init(
        _ routes: RouteTable, pages: Pages, desk: any VisitorDesk, settings: ServingSettings,
        log: @escaping @Sendable (String) -> Void
    ) throws(WebsiteFailure) {
        try settings.check()
        reception = Reception(
            table: routes, desk: desk, pages: pages,
            bodies: BodyReader(spoolFolder: settings.spoolFolder, patienceSeconds: settings.bodySeconds), report: log,
            addressLimit: RateLimit(.init(atOnce: 200 * settings.patience, perSecond: 20 * settings.patience)),
            sessionLimit: RateLimit(.init(atOnce: 120 * settings.patience, perSecond: 10 * settings.patience)))
        self.settings = settings
        self.log = log
    }

    /// Serves until SIGINT or SIGTERM; requests that have begun are answered first.
    ///
    /// - Parameter started: Called with the port once the house answers.
    /// - Throws: ``WebsiteFailure/cannotListen(host:port:reason:)``, ``WebsiteFailure/certificateUnusable(reason:)``.
    package func serve(started: @escaping @Sendable (Int) async -> Void = { _ in }) async throws {
        do {
            try await application(started: started).runService()
        } catch let error as IOError {
            throw WebsiteFailure.cannotListen(
                host: settings.host, port: settings.port, reason: String(cString: strerror(error.errnoCode)))
        }
    }

    func application(
        started: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws -> Application<HouseResponder> {
        // The framework's own log names addresses and paths; ours is one line a request.
        let quiet = Logger(label: "website") { _ in SwiftLogNoOpLogHandler() }
        return Application(
            responder: HouseResponder(reception: reception, settings: settings, log: log),
            server: try Transport(settings).server(),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), serverName: nil,
                availableConnectionsDelegate: .maximum(settings.connections, logger: quiet)),
            onServerRunning: { channel in await started(channel.localAddress?.port ?? 0) }, logger: quiet)
    }
}
