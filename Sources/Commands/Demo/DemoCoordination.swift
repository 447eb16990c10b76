import Access
import Foundation
import Intake
import Mechanisms
import Registry
import Vocabulary

/// What the secretariat of the demo country works on: plans, a questionnaire, recommendations, treaties and papers, from the
/// files in `demo`, in by the ways of everybody else's.
struct DemoCoordination {
    let place: RegisterFolder
    let registry: Registry
    let network: DemoNetwork
    /// The folder `demo` beside the program.
    let files: URL
    let secretariat: Asking

    var clock: DemoClock { network.clock }

    /// - Throws: ``CommandFailure/malformed(file:detail:)`` where the demo has no coordinator's post.
    init(_ place: RegisterFolder, _ registry: Registry, _ network: DemoNetwork, files: URL) throws {
        guard let coordinator = network.actors(of: 0, .coordinator).first else {
            throw CommandFailure.malformed(file: "demo", detail: "it has no coordinator")
        }
        (self.place, self.registry, self.network, self.files) = (place, registry, network, files)
        secretariat = Asking(coordinator)
    }

    func make() throws {
        let actions = try DemoActionPlan(demo: self).make()
        try DemoQuestionnaire(self).make(serving: actions["5.1.b"])
        try takeRecommendations()
        try takeTreaties()
        try takePapers()
        let round = try DemoAssessments(demo: self).make()
        var desks = try DemoDesks(self, actions: actions, contributions: round)
        try desks.make()
        try DemoNotices(demo: self).make()
    }

    /// A file of `demo/country` with the days filled in.
    func text(_ name: String) throws -> String {
        clock.filled(try Resources.text(of: files.appending(path: "country/\(name)")))
    }

    func file(_ name: String) throws -> MemoryBytes { MemoryBytes(try text(name), name: name) }

    /// The rows of a file, each by its columns.
    func lines(of name: String) throws -> [[String: String]] {
        var rows = try TableRows(file(name))
        let header = rows.header
        var (row, lines) = (Row(), [[String: String]]())
        while try rows.next(into: &row) {
            var cells: [String: String] = [:]
            for (place, column) in header.enumerated() where place < row.count { cells[column] = row.trimmed(place) }
            lines.append(cells)
        }
        return lines
    }

    /// The demo is ours: whatever is said against its files is a mistake of the program.
    func expectNothing(_ findings: [Finding], in name: String) throws {
        let wrong = findings.filter { $0.weight != .note }
        guard wrong.isEmpty else {
            throw CommandFailure.malformed(
                file: name, detail: wrong.map { "\($0.code) \($0.message)" }.joined(separator: " "))
        }
    }

    private var rows: RowByRow { RowByRow(registry, secretariat, makeID: DemoRecord.newID) }

    private func takeRecommendations() throws {
        let (list, found) = try RecommendationReader.read(file("recommendations.csv"))
        var work = RecommendationImport(rows)
        try work.take(
            list,
            of: .init(
                body: "Monitoring Group of the Region", title: "First report on the country", reference: "R 1",
                issuedOn: clock.day(-300)))
        try expectNothing(found + work.findings, in: "recommendations.csv")
        let (pairs, foundInPairs) = try RecommendationMappingReader.read(file("mappings.csv"))
        var mapping = RecommendationMappingImport(rows)
        try mapping.take(pairs)
        try expectNothing(foundInPairs + mapping.findings, in: "mappings.csv")
    }

    private func takeTreaties() throws {
        let (treaties, found) = try TreatyTermsReader.read(FileBytes(path: files.appending(path: "treaties.csv").path))
        var terms = try TreatyTermsImport(rows)
        try terms.take(treaties)
        try expectNothing(found + terms.findings, in: "treaties.csv")
        let (list, foundInList) = try TreatyActReader.read(
            FileBytes(path: files.appending(path: "treaty-acts.csv").path))
        var acts = try TreatyActImport(rows)
        try acts.take(list)
        try expectNothing(foundInList + acts.findings, in: "treaty-acts.csv")
    }

    private func takePapers() throws {
        let index = try LibraryPlace(place).index(of: registry)
        var work = LibraryImport(registry, secretariat, into: index, makeID: DemoRecord.newID)
        let papers: [(name: String, number: String?, title: String, kind: String)] = [
            ("reading-list.txt", nil, "Where to begin", "other"),
            ("directive.html", "2011/36/EU", "Directive on trafficking, a summary", "directive"),
        ]
        for (name, number, title, kind) in papers {
            let file = PaperFile(path: files.appending(path: "library/\(name)").path)
            let (text, hash) = try file.read()
            var paper = LibraryPaper(title: title, text: text, marking: LibraryMarking.public.rawValue)
            (paper.number, paper.language, paper.kind) = (number, "eng", kind)
            (paper.fileName, paper.fileHash) = (file.name, hash)
            _ = try work.take(paper)
        }
        try expectNothing(work.findings, in: "library")
        _ = try registry.bringUpToDate(index, secretariat)
    }
}
