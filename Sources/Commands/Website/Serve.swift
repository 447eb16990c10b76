import ArgumentParser
import Foundation
import Publication
import Website

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the public site: released figures only, on this machine only unless told otherwise.",
        discussion: "A release made meanwhile is shown after the next start. Ctrl-C ends it.")

    @OptionGroup var register: RegisterFolder

    @Option(help: "The port; 0 for any free one.")
    var port = 8080

    @Option(help: "The address to listen on. A proxy with certificates belongs before any other than this machine's.")
    var host = "127.0.0.1"

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("A port is a number from 0 to 65535.") }
        guard host == "localhost" || isAddress(host, AF_INET) || isAddress(host, AF_INET6) else {
            throw ValidationError("“\(host)” is no address of a machine. Write it like 127.0.0.1 or ::1.")
        }
    }

    private func isAddress(_ text: String, _ family: Int32) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 16, alignment: 8) { inet_pton(family, text, $0.baseAddress) == 1 }
    }

    func run() async throws {
        let site = try SiteLoader(resources: Resources.find()).site(
            releases: ReleaseFolder(of: register).archives(), imprint: SiteLoader.imprint(of: register))
        let host = host
        try await Website(site, at: .init(host: host, port: port), log: { Talk.say($0) }).serve { port in
            Talk.say("Open http://\(host):\(port)/ in a browser. Ctrl-C ends it.")
        }
    }
}

/// The public site of some releases, with the files that pages are made of.
struct SiteLoader {
    let resources: Resources

    /// What a register's `site.yaml` says of its publisher and its sources; nil where it has none.
    static func imprint(of register: RegisterFolder) throws -> Imprint? {
        let file = register.url.appending(path: "site.yaml")
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return try Imprint(yaml: Resources.text(of: file))
    }

    func site(releases: [ReleaseArchive], imprint: Imprint? = nil) throws -> Site {
        var templates: [String: String] = [:]
        for file in try resources.files(in: "templates", ending: "mustache") {
            templates[String(file.dropLast(9))] = try resources.text("templates/\(file)")
        }
        return try Site(
            archives: releases, languages: BookLoader(resources: resources).languages(),
            index: IndexEntry.list(yaml: resources.text("index.yaml")),
            outlines: WorldOutlines(geoJSON: Array(resources.text("geo/ne_countries110.geojson").utf8)),
            styleSheet: Array(resources.text("style/site.css").utf8), templates: templates, imprint: imprint)
    }
}
