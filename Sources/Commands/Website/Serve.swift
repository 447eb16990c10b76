import ArgumentParser
import Foundation
import Publication
import Website

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the house: the public site, on this machine only unless told otherwise.",
        discussion: "A release made meanwhile is shown after the next start. Ctrl-C ends it.")

    @OptionGroup var register: RegisterFolder

    @OptionGroup var network: NetworkOptions

    func run() async throws {
        let loader = HouseLoader(resources: try Resources.find())
        let settings = try network.settings()
        let site = try SiteLoader(resources: loader.resources).site(
            releases: ReleaseFolder(of: register).archives(), imprint: SiteLoader.imprint(of: register))
        let pages = try loader.pages()
        let house = try Website(
            loader.table(site, pages, exit: settings.exit), pages: pages, desk: NoVisitorDesk(), settings: settings,
            log: { Talk.say($0) })
        let scheme = settings.certificate == nil ? "http" : "https"
        try await house.serve { port in
            Talk.say("Open \(scheme)://\(network.host):\(port)/ in a browser. Ctrl-C ends it.")
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
        try Site(
            archives: releases, languages: BookLoader(resources: resources).languages(),
            index: IndexEntry.list(yaml: resources.text("index.yaml")),
            outlines: WorldOutlines(geoJSON: Array(resources.text("geo/ne_countries110.geojson").utf8)),
            styleSheet: Array(resources.text("style/site.css").utf8), templates: resources.templates(),
            imprint: imprint)
    }
}
