import Access
import HTTPTypes
package import Publication
import Registry
import Vocabulary

// Goals, in order: (1) what is asked across many records is one page, and the same as a file; (2) what somebody has to look at
// is marked by a word; (3) every day is an address that can be sent on.

/// Where questions across plans, laws, bodies and their records are answered, each as one table on a day.
package struct OverviewsDesk: Desk {
    /// All releases until now, for who reported what; nil where the house publishes none.
    let history: (@Sendable () throws -> ReleaseHistory)?

    package init(history: (@Sendable () throws -> ReleaseHistory)? = nil) { self.history = history }

    package func routes(in workbench: Workbench) -> [Route] {
        [
            workbench.route(.get, OverviewsPaths.home, to: .read, on: [.plans], home),
            workbench.route(.get, OverviewsPaths.any, to: .read, on: [.plans], page),
            workbench.route(.get, OverviewsPaths.anyFile, to: .export, on: [.plans], giving: .overviewAsCSV, file),
        ]
    }

    package func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem? {
        let visit = Visit(workbench, exchange)
        return visit.navigation(visit.overviews("title"), OverviewsPaths.home, toRead: .plans)
    }

    private func home(_ visit: Visit) throws -> Answer {
        let items = Overview.allCases.map { overview in
            DeskSection.Item(
                visit.overviews("\(overview.rawValue).title"), href: OverviewsPaths.page(overview),
                small: [visit.overviews("\(overview.rawValue).lead")])
        }
        let section = DeskSection("overviews", visit.overviews("all"), items: items)
        return visit.page(
            visit.overviews("title"), "desk",
            DeskPage(lead: visit.overviews("lead"), sections: [section], visit.exchange), breadcrumb: [visit.homeStep])
    }

    private func page(_ visit: Visit) throws -> Answer {
        let view = try view(visit)
        let step = WorkbenchFrame.Step(text: visit.overviews("title"), href: OverviewsPaths.home)
        return visit.page(
            visit.overviews("\(view.overview.rawValue).title"), "treaties", OverviewPage(view, visit),
            breadcrumb: [visit.homeStep, step], marking: .professionals)
    }

    /// All rows in the words of the command line, with the marking in each.
    private func file(_ visit: Visit) throws -> Answer {
        let view = try view(visit)
        let marking = visit.wording.marking(.professionals)
        var writer = CSVWriter()
        writer.write(view.table.columns.map(\.code) + ["marking"])
        for row in view.table.rows { writer.write(row.map(\.plain) + [marking]) }
        return .file(
            .bytes(writer.bytes, type: TableFile.Kind.csv.mediaType), name: "\(view.overview.rawValue)-\(view.day).csv",
            as: .overviewAsCSV, marked: .professionals)
    }
}

/// An overview as somebody looks at it: on a day, which stands in the address.
struct OverviewView: Sendable {
    let overview: Overview
    let table: OverviewTable
    let day: CalendarDate
    /// Nil where it is today.
    let asked: CalendarDate?

    /// The address for the same day.
    func href(_ path: String) -> String { asked.map { "\(path)?as-of=\($0)" } ?? path }
}

extension OverviewsDesk {
    /// - Throws: ``RequestRefusal/notFound`` for a question that nobody asks;
    ///   ``RegistryRefusal/unreadableFilter(name:)`` for a day that is none.
    private func view(_ visit: Visit) throws -> OverviewView {
        guard let overview = Overview(rawValue: visit.exchange.parameter("overview")) else {
            throw RequestRefusal.notFound
        }
        let written = visit.exchange.query["as-of"].flatMap { $0.isEmpty ? nil : $0 }
        let asked = written.flatMap { CalendarDate($0) }
        if written != nil, asked == nil { throw RegistryRefusal.unreadableFilter(name: "as-of") }
        let day = asked ?? visit.today
        let reporting = overview == .sources ? try history?().reporting ?? [:] : [:]
        return OverviewView(
            overview: overview,
            table: try visit.registry.overview(overview, on: day, visit.asking, reporting: reporting), day: day,
            asked: asked)
    }
}

extension Visit {
    /// A text of the desk: `overviews.title` for `title`.
    func overviews(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        exchange.texts.filled("overviews.\(key)", values)
    }
}

/// Addresses of the desk.
enum OverviewsPaths {
    static let home = "\(WorkbenchPaths.home)/overviews"
    static let any = "\(home)/{overview}"
    static let anyFile = "\(any)/rows.csv"

    static func page(_ overview: Overview) -> String { "\(home)/\(overview.rawValue)" }
    static func file(_ overview: Overview) -> String { "\(page(overview))/rows.csv" }
}
