import Access
import HTTPTypes
import Mechanisms
package import Publication
import Registry
import Vocabulary

// Goals, in order: (1) who was bound by what on a day is read at a glance, and rests on nothing but acts and the treaties'
// own rules; (2) nobody sees a party without its reservations; (3) every day is an address that can be sent on.

/// Where treaties are looked at: states and regional organisations by treaties on a day, and a treaty with all acts on it.
package struct TreatiesDesk: Desk {
    private let outlines: WorldOutlines?

    /// - Parameter outlines: Of the countries, for maps; none are drawn without.
    package init(outlines: WorldOutlines? = nil) { self.outlines = outlines }

    package func routes(in workbench: Workbench) -> [Route] {
        [
            workbench.route(.get, TreatiesPaths.home, to: .read, on: [.plans], matrix),
            workbench.route(.get, TreatiesPaths.file, to: .export, on: [.plans], giving: .treatiesAsCSV, file),
            workbench.route(.get, TreatiesPaths.anyTreaty, to: .read, on: [.plans], treaty),
        ]
    }

    package func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem? {
        let visit = Visit(workbench, exchange)
        return visit.navigation(visit.treaties("title"), TreatiesPaths.home, toRead: .plans)
    }

    private func matrix(_ visit: Visit) throws -> Answer {
        let page = TreatiesPage(matrix: try TreatyView(visit), visit)
        return visit.page(
            visit.treaties("title"), "treaties", page, breadcrumb: [visit.homeStep], marking: .professionals)
    }

    private func treaty(_ visit: Visit) throws -> Answer {
        let view = try TreatyView(visit)
        guard let terms = view.status.law.terms(try visit.namedRecord()) else { throw RegistryRefusal.notFound }
        let page = TreatiesPage(of: terms, view, outlines, visit)
        let step = WorkbenchFrame.Step(text: visit.treaties("title"), href: view.href(TreatiesPaths.home))
        return visit.page(
            terms.name, "treaties", page, breadcrumb: [visit.homeStep, step], marking: .professionals)
    }

    /// Every party of every treaty on the day, in the words of the command line, with the marking in each row.
    private func file(_ visit: Visit) throws -> Answer {
        let status = try TreatyView(visit).status
        let marking = visit.wording.marking(.professionals)
        var writer = CSVWriter()
        writer.write(TreatyStatus.columns + ["marking"])
        for terms in status.law.treaties {
            for row in status.rows(of: terms) { writer.write(status.cells(row, name: visit.name) + [marking]) }
        }
        return .file(
            .bytes(writer.bytes, type: TableFile.Kind.csv.mediaType), name: "treaties-\(status.day).csv",
            as: .treatiesAsCSV, marked: .professionals)
    }
}

extension Visit {
    /// A text of the desk: `treaties.title` for `title`.
    func treaties(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        exchange.texts.filled("treaties.\(key)", values)
    }

    func name(_ party: TreatyParty) -> String { wording.code(party.list, party.code) }

    /// A word on how a party stands, calm for all but what holds.
    func badge(_ standing: TreatyMembership.Standing) -> DeskPage.Badge {
        let tone: DeskPage.Badge.Tone =
            switch standing {
            case .party: .running
            case .contracting, .signatory: .new
            case .withdrawn, .none: .closed
            }
        return DeskPage.Badge(treaties("standing.\(standing.rawValue)"), tone)
    }

    /// Whether the one who asks may open records of a mechanism.
    func mayOpen(_ name: String) -> Bool {
        guard let mechanism = book.mechanism(name) else { return false }
        return registry.policy.reach(of: asking.actor, .open, mechanism, for: asking.purpose).grant != nil
            && mechanism.transitions.contains { $0.opensRecord && $0.by.contains(asking.actor.function) }
    }
}

/// Addresses of the desk.
enum TreatiesPaths {
    static let home = "\(WorkbenchPaths.home)/treaties"
    static let file = "\(home)/status.csv"
    static let anyTreaty = "\(home)/treaty/{record}"

    static func treaty(_ record: RecordID) -> String { "\(home)/treaty/\(record)" }
}
