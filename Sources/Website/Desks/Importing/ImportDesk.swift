import Access
import Foundation
import HTTPTypes
import Intake
import Mechanisms
import Publication
package import Registry
import Vocabulary

/// Where files of agencies are brought in: looked at first, then brought in, with every row accounted for.
///
/// It needs no script, and what is under way goes on when the browser is closed. What a row may open or name, the policy
/// decides for the post that imports, as it does for a form.
package struct ImportDesk: Desk {
    /// The source descriptions of the house, read anew each time; `faulty` names those that cannot be read.
    package struct Sources: Sendable {
        package let known: [ImportSource]
        /// Names of files.
        package let faulty: [String]

        package init(known: [ImportSource], faulty: [String]) {
            self.known = known
            self.faulty = faulty
        }
    }

    static let path = "\(HousePaths.home)/import"
    static let anyJob = "\(path)/{import}"
    /// In bytes, of one file.
    static let largest = 256 << 20
    /// Seconds between two looks of a page that follows an import.
    private static let pace = 5

    let office = ImportOffice()
    private let sources: @Sendable () throws -> Sources

    /// - Parameter sources: Reads the descriptions; those that the house put into its own folder among them.
    package init(sources: @escaping @Sendable () throws -> Sources) { self.sources = sources }

    package func routes(in workbench: Workbench) -> [Route] {
        func route(
            _ method: HTTPRequest.Method, _ pattern: String, body: BodyRule = .none, giving export: Export? = nil,
            _ handle: @escaping @Sendable (Visit) throws -> Answer
        ) -> Route { workbench.route(method, pattern, to: .importRecords, body: body, giving: export, handle) }
        return [
            route(.get, ImportDesk.path) { try overview($0, nil) },
            route(.post, ImportDesk.path, body: .upload(limit: ImportDesk.largest + 64 << 10), take),
            route(.get, ImportDesk.anyJob, show),
            route(.post, "\(ImportDesk.anyJob)/bring-in", body: .form(), bringIn),
            route(.post, "\(ImportDesk.anyJob)/stop", body: .form()) { visit in
                let job = try job(visit)
                office.stop(job.id, in: visit.workbench)
                return .redirect(to: ImportDesk.place(job.id))
            },
            route(.get, "\(ImportDesk.anyJob)/findings.csv", giving: .importFindings) {
                try ImportFiles.findings(of: job($0), $0)
            },
            route(.get, "\(ImportDesk.anyJob)/rows.csv", giving: .rowsToCorrect) { try ImportFiles.rows(of: job($0)) },
        ]
    }

    package func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem? {
        guard (try? ImportDesk.leave(Visit(workbench, exchange))) != nil else { return nil }
        return .init(
            text: exchange.texts["importing.title"], href: ImportDesk.path,
            isCurrent: exchange.path == ImportDesk.path)
    }

    /// Stops what is under way, before the register is closed.
    package func close() async { await office.close() }

    static func place(_ id: String) -> String { "\(path)/\(id)" }

    /// Leave to import at all, for the purpose for which somebody works now.
    private static func leave(_ visit: Visit) throws -> Grant {
        try visit.registry.policy.decide(visit.asking.actor, .importRecords, for: visit.asking.purpose).get()
    }

    private func overview(_ visit: Visit, _ problem: ImportsPage.Problem?) throws -> Answer {
        _ = try ImportDesk.leave(visit)
        let page = ImportsPage(
            sources: try sources(), jobs: office.jobs(of: visit.asking.actor),
            history: ImportHistory(of: visit.asking.actor.organisation, in: visit.workbench), problem: problem,
            isUnderWay: office.isUnderWay, visit)
        return visit.page(
            visit.exchange.texts["importing.title"], "imports", page, breadcrumb: [visit.homeStep],
            status: problem?.status ?? 200)
    }

    private func take(_ visit: Visit) throws -> Answer {
        _ = try ImportDesk.leave(visit)
        let form = visit.exchange.form
        let known = try sources().known
        guard let source = known.first(where: { $0.description.name == form["source"] }) else {
            return try overview(visit, .noSource)
        }
        guard let file = visit.exchange.files.first(where: { $0.field == "file" }), file.size > 0 else {
            return try overview(visit, .noFile)
        }
        guard file.size <= ImportDesk.largest else { return try overview(visit, .tooLarge) }
        if file.size > ImportFile.largestWorkbook, try file.stretch(0).starts(with: [0x50, 0x4B]) {
            return try overview(visit, .tooLarge)
        }
        // The id comes with the form, so that a second click is the same import.
        let given = form["id"].flatMap { SealedShelf.isID($0) ? $0 : nil }
        let job = ImportJob(
            id: given ?? ImportsPage.newID(visit), asking: visit.asking, source: source, file: file,
            takenAt: visit.exchange.moment,
            wording: FindingWording(texts: visit.exchange.texts, book: visit.book), notes: try notes())
        guard office.take(job, in: visit.workbench) else { return try overview(visit, .tooMany) }
        return .redirect(to: ImportDesk.place(job.id))
    }

    private func show(_ visit: Visit) throws -> Answer {
        let job = try job(visit)
        let isFollowed = visit.exchange.query["follow"] != nil && job.result == nil
        let page = try ImportPage(job, isFollowed: isFollowed, visit)
        let answer = visit.page(
            page.title, "import", page,
            breadcrumb: [visit.homeStep, .init(text: visit.exchange.texts["importing.title"], href: ImportDesk.path)])
        guard isFollowed, let name = HTTPField.Name("Refresh") else { return answer }
        return answer.with(name, String(ImportDesk.pace))
    }

    private func bringIn(_ visit: Visit) throws -> Answer {
        let job = try job(visit)
        _ = try ImportDesk.leave(visit)
        office.bringIn(job.id, try notes(), in: visit.workbench)
        return .redirect(to: ImportDesk.place(job.id))
    }

    private func notes() throws -> ImportNotes { try ImportNotes(folder: FileManager.default.temporaryDirectory) }

    private func job(_ visit: Visit) throws -> ImportJob {
        guard let job = office.job(visit.exchange.parameter("import"), of: visit.asking.actor) else {
            throw RequestRefusal.notFound
        }
        return job
    }
}
