import Disclosure

/// The THB Index: at most twenty figures on one page.
struct IndexPage: Page {
    static let template = "index"

    let frame: PageFrame
    let title: String
    let lead: String
    let caveat: String
    let noComposite: String
    let release: String
    let availableHeading: String
    let cards: [IndexCard]
    let hasCards: Bool
    let waitingHeading: String
    let waitingLead: String
    let waiting: [WaitingEntry]
    let hasWaiting: Bool

    init(_ site: Site, _ texts: Texts, _ frame: PageFrame) {
        self.frame = frame
        title = texts["site.index.title"]
        lead = texts.filled("site.index.lead", ["limit": texts.number(IndexEntry.limit)])
        caveat = texts["site.index.more-is-not-worse"]
        noComposite = texts["site.index.no-composite"]
        release = frame.release.isEmpty ? texts["site.index.empty"] : frame.release
        availableHeading = texts["site.index.available"]
        cards = site.readings.compactMap { IndexCard(site, texts, $0) }
        hasCards = !cards.isEmpty
        waitingHeading = texts["site.index.waiting"]
        waitingLead = texts["site.index.waiting-lead"]
        waiting = site.readings.filter { !$0.isReported }.map { WaitingEntry($0, texts) }
        hasWaiting = !waiting.isEmpty
    }
}

/// An indicator without a figure.
struct WaitingEntry: Sendable {
    let href: String
    let title: String
    let unit: String
    let figure: Figure

    init(_ reading: IndexReading, _ texts: Texts) {
        href = PageAddress.indicator(reading.entry.id).path(in: texts.language)
        title = texts["site.indicators.\(reading.entry.id).title"]
        unit = texts["site.units.\(reading.entry.unit)"]
        figure = Figure(.notReported, texts)
    }
}
