import Disclosure
import Tables

/// One indicator: definition, unit, rule, coverage, course, and what every release said of it.
struct IndicatorPage: Page {
    static let template = "indicator"

    struct Row: Sendable {
        let period: String
        let figure: Figure
        let release: String
        let releaseLink: String
    }

    struct Statement: Sendable {
        let period: String
        let release: String
        let date: String
        let figure: Figure
    }

    let frame: PageFrame
    let back: String
    let title: String
    let definitionHeading: String
    let definition: String
    let caveatHeading: String
    let ownCaveat: String
    let latest: Figure
    /// Unit and period of the latest figure: `referrals, Q3 2023`.
    let scope: String
    let change: String
    let particulars: [Particular]
    let noFigure: String
    let hasFigure: Bool
    let chart: [DrawingBlock]
    let capacityHeading: String
    let capacity: [Particular]
    let hasCapacity: Bool
    let caveat: String
    let figuresHeading: String
    let caption: String
    let headings: Headings
    let rows: [Row]
    let historyHeading: String
    let historyLead: String
    let history: [Statement]
    let isRevised: Bool
    let historyNone: String
    let sourceLink: String
    let source: String

    struct Headings: Sendable {
        let period: String
        let figure: String
        let release: String
        let date: String
    }

    /// Nil for an indicator that the index has not.
    init?(_ site: Site, _ texts: Texts, _ frame: PageFrame, id: String) {
        guard let reading = site.readings.first(where: { $0.entry.id == id }) else { return nil }
        let source = reading.isReported ? reading.source : nil
        self.frame = frame
        back = texts["site.indicator.back"]
        title = texts["site.indicators.\(id).title"]
        definitionHeading = texts["site.indicator.definition"]
        definition = texts["site.indicators.\(id).definition"]
        caveatHeading = texts["site.indicator.caveat"]
        ownCaveat = texts["site.indicators.\(id).caveat"]
        latest = Figure(reading.latest?.outcome ?? .notReported, texts)
        let unit = texts["site.units.\(reading.entry.unit)"]
        scope = texts.joined([unit] + (reading.latest.map { [texts.period($0.period, part: $0.part)] } ?? []))
        caption = texts.joined([title, unit])
        change = source == nil ? "" : reading.changeText(texts)
        particulars = IndicatorPage.particulars(reading, texts)
        noFigure = texts["site.indicator.no-figure"]
        hasFigure = source != nil
        let trend = TrendChart(reading, texts, kind: .full, identifier: "course")
        let course = DrawingBlock(
            heading: texts["site.index.course"], title: trend.caption.title, trend.drawing(), notes: trend.notes(texts))
        chart = source == nil ? [] : [course]
        capacityHeading = texts["site.index.capacity"]
        capacity = source == nil ? [] : site.capacity(beside: reading, texts)
        hasCapacity = !capacity.isEmpty
        caveat = texts["site.index.more-is-not-worse"]
        figuresHeading = texts["site.indicator.figures"]
        headings = Headings(
            period: texts["site.indicator.period"], figure: texts["site.indicator.figure"],
            release: texts["site.indicator.release"], date: texts["site.release.date"])
        rows = reading.points.reversed().map { Row($0, texts) }
        historyHeading = texts["site.indicator.history"]
        historyLead = texts["site.indicator.history-lead"]
        history = reading.points.reversed().filter(\.hasChanged).flatMap { IndicatorPage.statements($0, texts) }
        isRevised = !history.isEmpty
        historyNone = texts["site.indicator.history-none"]
        sourceLink = source.map { PageAddress.table($0.table.name, TableRequest()).path(in: texts.language) } ?? ""
        self.source = texts["site.indicator.source"]
    }

    private static func particulars(_ reading: IndexReading, _ texts: Texts) -> [Particular] {
        var list = [
            Particular(name: texts["site.indicator.unit"], text: texts["site.units.\(reading.entry.unit)"]),
            Particular(
                name: texts["site.indicator.direction"],
                text: texts["site.directions.\(reading.entry.direction.rawValue)"]),
        ]
        if !reading.entry.targets.isEmpty {
            list.append(
                Particular(
                    name: texts["site.indicator.targets"],
                    text: texts.list(reading.entry.targets.map { texts.label(of: $0, in: "sdg-targets") ?? $0 })))
        }
        guard let table = reading.source?.table else { return list }
        list.append(Particular(name: texts["site.indicator.rule"], text: table.provenance.rule, isCode: true))
        list.append(
            Particular(
                name: texts["site.indicator.coverage"],
                text: texts.filled(
                    "site.index.reporting-of",
                    [
                        "reporting": texts.number(table.coverage.reporting.count),
                        "all": texts.counted(
                            "site.count.organisations", table.coverage.reporting.count + table.coverage.silent.count),
                    ])))
        return list
    }

    private static func statements(_ point: IndexReading.Point, _ texts: Texts) -> [Statement] {
        point.statements.map {
            Statement(
                period: texts.period(point.period, part: $0.part), release: texts.number($0.release),
                date: texts.day($0.date),
                figure: Figure($0.outcome, texts))
        }
    }
}

extension IndicatorPage.Row {
    init(_ point: IndexReading.Point, _ texts: Texts) {
        let release = point.statements.last?.release ?? 0
        self.init(
            period: texts.period(point.period, part: point.part), figure: Figure(point.outcome, texts),
            release: texts.number(release),
            releaseLink: PageAddress.release(release).path(in: texts.language))
    }
}
