import Access
import ArgumentParser
import Foundation
import Publication
import Vocabulary
import Website

struct Serve: AsyncParsableCommand, RuledCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the house: the public site, and the pages for those who have an account.",
        discussion: """
            On this machine only unless told otherwise: docs/handbook/serving.md. Where the register has accounts, it \
            is open for writing while the house is. A release published by its pages is shown at once. Ctrl-C ends it.
            """)
    static let rule = CommandRule.post(.systemOperator, [.administer, .readRelease])
    static let output = CommandOutput.talk

    @OptionGroup var register: RegisterFolder

    @OptionGroup var network: NetworkOptions

    @OptionGroup var scanning: ScannerOptions

    @OptionGroup var mail: MailOptions

    @OptionGroup var words: LibraryWordsOptions

    @Option(help: "The time of day, in universal time, from which reminders of the day go out.")
    var remindAt: ClockTime = .usual

    @Flag(help: "Serve the public site alone, and leave the register closed.")
    var publicOnly = false

    func run() async throws {
        _ = try Self.grant(publicOnly ? .readRelease : .administer)
        try DemoSignIns.check(network, for: register)
        let loader = HouseLoader(resources: try Resources.find())
        let settings = try network.settings()
        let stand = SiteStand(try SiteLoader(resources: loader.resources).site(of: register))
        let pages = try loader.pages()
        let fetching = ProviderFetching()
        let door = network.address.map { ProviderDoor(network: fetching, ownAddress: $0) }
        do { try await serve(stand, pages, settings, loader, door) } catch {
            try await fetching.close()
            throw error
        }
        try await fetching.close()
    }

    private func serve(
        _ stand: SiteStand, _ pages: Pages, _ settings: ServingSettings, _ loader: HouseLoader, _ door: ProviderDoor?
    ) async throws {
        let open =
            publicOnly || !OpenHouse.hasAccounts(register)
            ? nil : try openHouse(door, stand, loader)
        if let open, let warning = ClockCheck.warning(now: OpenRegister.clock(), last: try open.lastEvent()) {
            Talk.say(warning)
        }
        open?.known.start()
        open?.library.start()
        let desk: any VisitorDesk = open?.desk ?? NoVisitorDesk()
        let house = try Website(
            loader.table(stand, pages, exit: settings.exit, open), pages: pages, desk: desk, settings: settings,
            log: { Talk.say($0) })
        do { try await serve(house, open) } catch {
            await open?.imports.close()
            try open?.close()
            throw error
        }
        await open?.imports.close()
        try open?.close()
    }

    /// Webhooks and holders of posts are told for as long as the house answers; the register is closed after the last of both.
    private func serve(_ house: Website, _ open: OpenHouse?) async throws {
        let scheme = network.certificate == nil ? "http" : "https"
        let isOpen = open != nil
        try await withThrowingTaskGroup(of: Void.self) { group in
            if let webhooks = open?.webhooks {
                group.addTask { await webhooks.run(every: .seconds(5), now: OpenRegister.clock) { Talk.say($0) } }
            }
            if let reminders = open?.reminders {
                let minute = remindAt.minute
                group.addTask {
                    await reminders.run(from: minute, by: Shell.account, now: OpenRegister.clock) { Talk.say($0) }
                }
            }
            try await house.serve { port in
                Talk.say("Open \(scheme)://\(network.host):\(port)/ in a browser. Ctrl-C ends it.")
                guard isOpen else { return }
                DemoSignIns.tell(of: register)
                await scanning.tellWhetherItAnswers()
            }
            group.cancelAll()
        }
    }
}

extension Serve {
    private func openHouse(_ door: ProviderDoor?, _ stand: SiteStand, _ loader: HouseLoader) throws -> OpenHouse {
        let (register, resources) = (register, loader.resources)
        let outside = network.outside(mail: try mail.sender())
        return try OpenHouse(
            register, door: door, scanner: scanning.scanner, outside: outside, words: words.address
        ) {
            stand.exchange(for: try SiteLoader(resources: resources).site(of: register))
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

    /// As a register has it at this moment.
    func site(of register: RegisterFolder) throws -> Site {
        let (releases, notices) = (ReleaseFolder(of: register), NoticeFolder(of: register))
        return try site(
            releases: releases.archives(), withdrawn: releases.withdrawals(), notices: notices.archives(),
            withdrawnNotices: notices.withdrawals(), imprint: SiteLoader.imprint(of: register))
    }

    func site(
        releases: [ReleaseArchive], withdrawn: [Withdrawal] = [], notices: [NoticeArchive] = [],
        withdrawnNotices: [Withdrawal] = [], imprint: Imprint? = nil
    ) throws -> Site {
        try Site(
            archives: releases, languages: BookLoader(resources: resources).languages(),
            index: IndexEntry.list(yaml: resources.text("index.yaml")),
            outlines: BookLoader(resources: resources).outlines(),
            styleSheet: Array(resources.text("style/site.css").utf8), icon: resources.icon(),
            templates: resources.templates(), imprint: imprint, withdrawn: withdrawn, notices: notices,
            withdrawnNotices: withdrawnNotices)
    }
}
