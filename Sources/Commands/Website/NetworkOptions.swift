import ArgumentParser
import Foundation
import Website

/// How the house stands in the network.
struct NetworkOptions: ParsableArguments {
    @Option(help: "The port; 0 for any free one.")
    var port = 8080

    @Option(help: "The address to listen on. Any other than this machine's needs a certificate or a proxy with one.")
    var host = "127.0.0.1"

    @Option(help: "A PEM file with the certificate and the chain behind it: serve https, with HTTP/2.")
    var certificate: String?

    @Option(help: "A PEM file with the certificate's key, which only its owner may read.")
    var certificateKey: String?

    @Flag(help: "A proxy with a certificate stands before this server: plain http may leave this machine.")
    var behindProxy = false

    @Option(help: "An address, or a network such as 10.0.0.0/8, whose word on addresses is taken. May be repeated.")
    var trustedProxy: [String] = []

    @Option(
        help: """
            The address of the house, https://register.example.org: providers of identities send people back to it, and \
            the links of webhooks begin with it.
            """)
    var address: String?

    @Flag(help: "Webhooks may tell systems in private networks and on this machine, over plain http too.")
    var privateWebhooks = false

    @Option(help: "The address that the quick exit leads to.")
    var exit = "https://www.wikipedia.org/"

    /// For `scripts/check-web`, which asks more than people do; a demo only.
    @Option(help: .hidden)
    var patience = 1.0

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("A port is a number from 0 to 65535.") }
        guard host == "localhost" || isAddress(host, AF_INET) || isAddress(host, AF_INET6) else {
            throw ValidationError("“\(host)” is no address of a machine. Write it like 127.0.0.1 or ::1.")
        }
        guard (certificate == nil) == (certificateKey == nil) else {
            throw ValidationError("A certificate needs its key: give both --certificate and --certificate-key.")
        }
        guard exit.hasPrefix("https://") else { throw ValidationError("The quick exit leads to an https:// address.") }
        guard (1...100_000).contains(patience) else { throw ValidationError("A patience goes from 1 to 100000.") }
    }

    /// - Parameter mail: What carries letters; nil where no mail server is known.
    func outside(mail: (any MailSender)?) -> OpenHouse.Outside {
        var origin = address ?? ""
        while origin.hasSuffix("/") { origin.removeLast() }
        return .init(origin: origin, allowsPrivate: privateWebhooks, mail: mail)
    }

    /// Reads the certificate.
    func settings() throws -> ServingSettings {
        var settings = ServingSettings(host: host, port: port)
        settings.isBehindProxy = behindProxy
        let trusted = trustedProxy.isEmpty && behindProxy ? ["127.0.0.0/8", "::1"] : trustedProxy
        settings.trustedProxies = try trusted.map { try NetworkRange($0) }
        settings.exit = exit
        settings.patience = patience
        if let certificate, let certificateKey {
            settings.certificate = .init(chain: try bytes(of: certificate), key: try bytes(of: certificateKey))
        }
        return settings
    }

    private func bytes(of path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw WebsiteFailure.certificateUnusable(reason: "\(path) cannot be read")
        }
        return Array(data)
    }

    private func isAddress(_ text: String, _ family: Int32) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 16, alignment: 8) { inet_pton(family, text, $0.baseAddress) == 1 }
    }
}
