import Publication

/// A page of a desk, put together from the parts that every desk needs; for `workbench-desk.mustache`.
///
/// A list is shown where it has members; one-member lists stand for what may be absent.
struct DeskPage: Sendable {
    /// What was done or went wrong.
    struct Notice: Sendable {
        enum Kind: String, Sendable { case good, wrong, careful = "" }

        let text: String
        let kind: String

        init(_ text: String, _ kind: Kind) { (self.text, self.kind) = (text, kind.rawValue) }
    }

    /// Something that is shown and can be copied, once.
    struct Shown: Sendable {
        let label: String
        let text: String
    }

    /// A calm word on how something stands, for `workbench-badge.mustache`.
    struct Badge: Sendable {
        enum Tone: String, Sendable { case new, running, late, closed }

        let text: String
        let tone: String

        init(_ text: String, _ tone: Tone) { (self.text, self.tone) = (text, tone.rawValue) }
    }

    struct Link: Sendable {
        let text: String
        let href: String
    }

    /// A way on that is the main thing to do.
    typealias Action = Link

    let notices: [Notice]
    let lead: [String]
    let shown: [Shown]
    let hasShown: Bool
    let actions: [Action]
    let hasActions: Bool
    let sections: [DeskSection]
    let tokenField: String
    let token: String

    init(
        lead: String = "", notices: [Notice] = [], shown: [Shown] = [], actions: [Action] = [],
        sections: [DeskSection], _ exchange: Exchange
    ) {
        self.lead = lead.isEmpty ? [] : [lead]
        self.notices = notices
        (self.shown, hasShown) = (shown, !shown.isEmpty)
        (self.actions, hasActions) = (actions, !actions.isEmpty)
        self.sections = sections
        (tokenField, token) = (FormToken.field, exchange.formToken)
    }
}

/// A headed part of a desk's page.
struct DeskSection: Sendable {
    /// A name with what it says.
    struct Fact: Sendable {
        let label: String
        let text: String
        let state: [DeskPage.Badge]

        init(_ label: String, _ text: String, state: DeskPage.Badge? = nil) {
            (self.label, self.text, self.state) = (label, text, state.map { [$0] } ?? [])
        }
    }

    /// A line of a list, with what may be done about it.
    struct Item: Sendable {
        let text: String
        let link: [DeskPage.Link]
        let isPlain: Bool
        let small: [String]
        let state: [DeskPage.Badge]
        let buttons: [DeskButton]

        init(
            _ text: String, href: String? = nil, small: [String] = [], state: DeskPage.Badge? = nil,
            buttons: [DeskButton] = []
        ) {
            (self.text, isPlain) = (text, href == nil)
            link = href.map { [DeskPage.Link(text: text, href: $0)] } ?? []
            self.small = small.filter { !$0.isEmpty }
            self.state = state.map { [$0] } ?? []
            self.buttons = buttons
        }
    }

    /// A drawing as markup, with what its signs mean.
    struct Shown: Sendable {
        let svg: String
        let legend: [Drawing.LegendEntry]
        let hasLegend: Bool

        init(_ drawing: Drawing) {
            (svg, legend, hasLegend) = (drawing.svg, drawing.legend, !drawing.legend.isEmpty)
        }
    }

    let id: String
    let title: String
    let note: [String]
    let facts: [Fact]
    let hasFacts: Bool
    let tables: [DeskTable]
    let drawings: [Shown]
    let items: [Item]
    let hasItems: Bool
    let forms: [DeskForm]
    let links: [DeskPage.Link]
    let hasLinks: Bool

    init(
        _ id: String, _ title: String, note: String = "", facts: [Fact] = [], tables: [DeskTable] = [],
        drawings: [Drawing] = [], items: [Item] = [], forms: [DeskForm] = [], links: [DeskPage.Link] = []
    ) {
        (self.id, self.title) = (id, title)
        self.note = note.isEmpty ? [] : [note]
        (self.facts, self.items, self.forms, self.links) = (facts, items, forms, links)
        self.tables = tables.map { $0.under(title) }
        self.drawings = drawings.map { Shown($0) }
        (hasFacts, hasItems, hasLinks) = (!facts.isEmpty, !items.isEmpty, !links.isEmpty)
    }
}

/// A button that sends a form of its own.
struct DeskButton: Sendable {
    let action: String
    let text: String
    /// What it is about, for those who hear the page.
    let about: String
    let fields: [Fields.Field]

    init(_ text: String, to action: String, about: String, fields: [Fields.Field] = []) {
        (self.text, self.action, self.about, self.fields) = (text, action, about, fields)
    }
}
