import Access
import HTTPTypes
import Publication
import Registry
import Vocabulary

extension Workbench {
    var fileRoutes: [Route] {
        [
            route(.get, "\(WorkbenchPaths.anyRecord)/print", to: .export, giving: .recordOnPaper, paper),
            route(.get, "\(WorkbenchPaths.home)/paper/{language}/{marking}", to: .export, paperStyle),
        ]
    }

    private func paper(_ visit: Visit) throws -> Answer {
        let record = try visit.namedRecord()
        let page = try PaperPage(of: record, visit)
        return visit.page(
            page.title, "paper", page,
            breadcrumb: [visit.homeStep, .init(text: page.title, href: WorkbenchPaths.record(record))],
            marking: page.marked, width: .narrow)
    }

    /// The rules for one marking: printed at the head of every sheet, with page numbers below. A style sheet of its own,
    /// since no other way prints words on every sheet.
    private func paperStyle(_ visit: Visit) throws -> Answer {
        let name = visit.exchange.parameter("marking")
        guard name.hasSuffix(".css"), let marking = Access.Marking(rawValue: String(name.dropLast(4))),
            visit.exchange.pages.languages.contains(where: { $0.language == visit.exchange.parameter("language") })
        else { throw RequestRefusal.notFound }
        let wording = Wording(
            texts: visit.exchange.pages.texts(visit.exchange.parameter("language")), book: visit.book)
        func quoted(_ text: String) -> String {
            "\"" + text.replacing("\\", with: "").replacing("\"", with: "").replacing("\n", with: " ") + "\""
        }
        let until = visit.exchange.query["until"].flatMap { CalendarDate($0) }
        let printed = PrintedMarking(level: marking, until: until, lifted: nil)
        let level = quoted(wording.filled("marking", ["level": wording.marking(printed)]))
        let pages = wording["paper.page"].split(separator: "{", omittingEmptySubsequences: false).map { piece in
            let parts = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return quoted(String(piece)) }
            return "counter(\(parts[0] == "pages" ? "pages" : "page")) \(quoted(String(parts[1])))"
        }
        let style = """
            @page {
              margin: 22mm 16mm 20mm;
              @top-center { content: \(level); font: bold 10pt sans-serif; }
              @bottom-right { content: none; }
              @bottom-center { content: \(pages.joined(separator: " ")); font: 9pt sans-serif; }
            }
            """
        return Answer(status: 200, content: .bytes(Array(style.utf8), type: "text/css; charset=utf-8"))
    }
}
