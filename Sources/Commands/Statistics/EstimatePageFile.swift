import Foundation
import Publication
import Statistics

/// The page of `--report`, written with what the program finds beside it.
enum EstimatePageFile {
    /// - Parameter file: What it was made from, as the page names it.
    static func write(_ report: EstimateReport, hash: String, file: String, language: String, to place: String) throws {
        let resources = try Resources.find()
        let known = try resources.files(in: "languages", ending: "yaml").map { String($0.dropLast(5)) }
        guard known.contains(language) else {
            throw CommandFailure.unknownName(kind: "language", name: language, known: known)
        }
        let texts = try Texts(language: language, yaml: resources.text("languages/\(language).yaml"))
        var templates: [String: String] = [:]
        for name in try resources.files(in: "templates", ending: "mustache") {
            templates[String(name.dropLast(9))] = try resources.text("templates/\(name)")
        }
        let page = try EstimateDocument.html(
            report, file: file, hash: hash, texts: texts, templates: templates,
            styleSheet: resources.text("style/site.css"))
        guard let page else { throw CommandFailure.resourcesMissing }
        do {
            try Data(page).write(to: URL(filePath: place), options: .atomic)
        } catch {
            throw CommandFailure.unwritable(file: place, reason: "the disk or its rights do not let it")
        }
    }
}
