package import Foundation
package import Vocabulary

/// How the house stands in the network, and how much it bears.
package struct ServingSettings: Sendable {
    /// Where it listens. The default is this machine only.
    package var host: String
    /// 0 for any free one.
    package var port: Int
    /// Nil for plain http.
    package var certificate: Certificate?
    /// Whether a proxy with a certificate stands before it, so that plain http may leave this machine.
    package var isBehindProxy: Bool
    /// Proxies whose word about addresses is taken.
    package var trustedProxies: [NetworkRange]
    /// Where the quick exit leads: a page that says nothing about the one who looks at it.
    package var exit: String
    /// Where uploads wait, sealed and without a name.
    package var spoolFolder: URL
    /// In seconds: for the head of a request, and between two of them on one connection.
    package var idleSeconds: Int
    /// In seconds: for a body, besides one for each 16 KiB that its route takes.
    package var bodySeconds: Int
    package var connections: Int
    /// How many times the usual number of requests one address and one session may send; 1 but where the house is tried.
    package var patience: Double
    /// The clock; another one in tests.
    package var now: @Sendable () -> Timestamp

    /// A certificate with its chain and its key, as PEM.
    package struct Certificate: Sendable {
        package let chain: [UInt8]
        package let key: [UInt8]

        package init(chain: [UInt8], key: [UInt8]) {
            self.chain = chain
            self.key = key
        }
    }

    package init(host: String = "127.0.0.1", port: Int = 8080) {
        self.host = host
        self.port = port
        isBehindProxy = false
        trustedProxies = []
        exit = "https://www.wikipedia.org/"
        spoolFolder = FileManager.default.temporaryDirectory
        idleSeconds = 20
        bodySeconds = 20
        connections = 2000
        patience = 1
        now = { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
    }

    /// - Throws: ``WebsiteFailure/plainBeyondThisMachine(host:)``.
    func check() throws(WebsiteFailure) {
        let isThisMachine = host == "localhost" || host == "::1" || host.hasPrefix("127.")
        guard certificate != nil || isThisMachine || isBehindProxy else { throw .plainBeyondThisMachine(host: host) }
    }
}
