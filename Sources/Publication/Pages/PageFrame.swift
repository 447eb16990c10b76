/// What every page has around its content.
struct PageFrame: Sendable {
    struct Link: Sendable {
        let href: String
        let text: String
        let isCurrent: Bool
    }

    struct Language: Sendable {
        let href: String
        let tag: String
        let name: String
        let isCurrent: Bool
    }

    /// A line that the licence of the data asks for.
    struct Attribution: Sendable {
        let text: String
        let tag: String
        let href: String
        let licence: String
        let isLink: Bool
    }

    let language: String
    let direction: String
    let site: String
    let motto: String
    let home: String
    let styleSheet: String
    let icon: String
    let skip: String
    let navigation: String
    let menu: [Link]
    let languagesLabel: String
    let languages: [Language]
    /// Distribution marking, printed on every page.
    let marking: String
    /// Number and date of the latest release; empty before the first.
    let release: String
    /// Whose data the figures rest on.
    let attributions: [Attribution]

    /// - Parameter address: Nil for a page that has no address of its own.
    init(_ site: Site, _ texts: Texts, at address: PageAddress?) {
        language = texts.language
        direction = texts.direction
        self.site = texts["site.title"]
        motto = texts["site.motto"]
        home = PageAddress.index.path(in: texts.language)
        styleSheet = "/" + site.styleSheetName
        icon = site.icon.path
        skip = texts["site.skip"]
        navigation = texts["site.navigation"]
        let entries: [(key: String, target: PageAddress)] = [
            ("index", .index), ("tables", .tables), ("notices", .notices), ("methods", .methods), ("about", .about),
        ]
        menu = entries.map { key, target in
            Link(
                href: target.path(in: texts.language), text: texts["site.menu.\(key)"],
                isCurrent: PageFrame.section(of: address) == target)
        }
        languagesLabel = texts["site.languages"]
        languages = site.languages.map {
            Language(
                href: (address ?? .index).path(in: $0.language), tag: $0.language, name: $0.name,
                isCurrent: $0.language == texts.language)
        }
        marking = texts["site.marking.\(PageFrame.marking(of: address, in: site).rawValue)"]
        release =
            site.history.standing.last.map {
                texts.filled("site.index.latest", ["number": texts.digits($0.number), "date": texts.day($0.date)])
            } ?? ""
        attributions = PageFrame.attributions(site.imprint, texts)
    }

    /// Figures are as their latest release; a notice is for the public whatever that is.
    private static func marking(of address: PageAddress?, in site: Site) -> Marking {
        switch address {
        case .notices, .notice: .public
        default: site.history.latest?.marking ?? .public
        }
    }

    /// The lines of an imprint in a language.
    private static func attributions(_ imprint: Imprint?, _ texts: Texts) -> [Attribution] {
        (imprint?.attributions ?? []).compactMap { line in
            Imprint.text(line.texts, in: texts.language).map { text, tag in
                Attribution(
                    text: text, tag: tag, href: line.link ?? "", licence: texts["site.about.licence"],
                    isLink: line.link != nil)
            }
        }
    }

    /// The entry of the menu that a page belongs to.
    private static func section(of address: PageAddress?) -> PageAddress? {
        switch address {
        case .indicator: .index
        case .table, .release: .tables
        case .notice: .notices
        default: address
        }
    }
}
