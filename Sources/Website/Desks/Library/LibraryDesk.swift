import Access
import HTTPTypes
import Mechanisms
import Publication
import Registry
import Vocabulary

// Goals, in order: (1) a paper that one may not see betrays itself nowhere: not in a list, a count, an excerpt or a link;
// (2) every number in a text leads to the paper, whether the library has it or not; (3) what is missing is said.

/// Where papers are looked up: by filters and by their words, each with its revisions and what it names.
package struct LibraryDesk: Desk {
    private let keeper: LibraryKeeper

    /// - Parameter keeper: Of the index of words.
    package init(_ keeper: LibraryKeeper) { self.keeper = keeper }

    package func routes(in workbench: Workbench) -> [Route] {
        [
            workbench.route(.get, LibraryPaths.home, to: .read, on: [.library], shelf),
            workbench.route(.get, LibraryPaths.missing, to: .read, on: [.library], missing),
            workbench.route(.get, LibraryPaths.anyPaper, to: .read, on: [.library]) { try paper($0) },
            workbench.route(.get, LibraryPaths.anyText, to: .read, on: [.library]) { try text($0) },
        ]
    }

    package func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem? {
        let visit = Visit(workbench, exchange)
        return visit.navigation(visit.library("title"), LibraryPaths.home, toRead: .library)
    }

    private func shelf(_ visit: Visit) throws -> Answer {
        let view = try LibraryView(visit)
        // Asked before the search: what came in meanwhile is found at worst.
        let isWhole = !keeper.isMaking
        let found = try view.words.flatMap { words in
            try keeper.find { try visit.registry.searchLibrary(words, in: $0, visit.asking) }
        }
        return visit.page(
            visit.library("title"), "library", LibraryPage(view, found, ofAll: isWhole, visit),
            breadcrumb: [visit.homeStep], marking: .professionals)
    }

    private func missing(_ visit: Visit) throws -> Answer {
        let library = try visit.registry.library(visit.asking)
        return visit.page(
            visit.library("missing.title"), "desk", LibraryMissingPage.page(library, visit),
            breadcrumb: [visit.homeStep, visit.libraryStep], marking: .professionals)
    }

    private func paper(_ visit: Visit) throws -> Answer {
        let (document, library) = try visit.namedPaper()
        return visit.page(
            visit.name(of: document), "desk", LibraryPaperPage(document, library, visit).page,
            breadcrumb: [visit.homeStep, visit.libraryStep], marking: .professionals)
    }

    private func text(_ visit: Visit) throws -> Answer {
        let (document, library) = try visit.namedPaper()
        guard let text = try visit.registry.text(of: document.record, visit.asking) else {
            throw RegistryRefusal.notFound
        }
        let step = WorkbenchFrame.Step(text: visit.name(of: document), href: LibraryPaths.paper(document.record))
        return visit.page(
            visit.library("text.title", ["paper": visit.name(of: document)]), "library-text",
            LibraryTextPage(document, text, library, visit),
            breadcrumb: [visit.homeStep, visit.libraryStep, step],
            marking: document.marking.flatMap(Access.Marking.init) ?? .professionals)
    }
}

extension Visit {
    /// A text of the desk: `library.title` for `title`.
    func library(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        exchange.texts.filled("library.\(key)", values)
    }

    var libraryStep: WorkbenchFrame.Step { .init(text: library("title"), href: LibraryPaths.home) }

    /// The paper of the address with all others.
    ///
    /// - Throws: ``RegistryRefusal/notFound`` for one that there is not, or not for the one who asks.
    fileprivate func namedPaper() throws -> (LibraryDocument, Library) {
        let record = try namedRecord()
        let library = try registry.library(asking)
        guard let document = library[record] else { throw RegistryRefusal.notFound }
        return (document, library)
    }

    /// A calm word on how much the library has of a paper; nil where it is gone for the one who asks.
    func badge(_ standing: LibraryDocument.Standing?) -> DeskPage.Badge {
        let tone: DeskPage.Badge.Tone =
            switch standing {
            case .held: .running
            case .cited: .new
            case .withdrawn, nil: .closed
            }
        return DeskPage.Badge(library("standing.\(standing?.rawValue ?? "gone")"), tone)
    }
}

/// Addresses of the desk.
enum LibraryPaths {
    static let home = "\(WorkbenchPaths.home)/library"
    static let missing = "\(home)/missing"
    static let anyPaper = "\(home)/paper/{record}"
    static let anyText = "\(home)/paper/{record}/text"

    static func paper(_ record: RecordID) -> String { "\(home)/paper/\(record)" }
    static func text(_ record: RecordID) -> String { "\(home)/paper/\(record)/text" }
}
