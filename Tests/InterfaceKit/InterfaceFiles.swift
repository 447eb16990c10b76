import Catalogue
import Foundation
import Mechanisms
import Publication
import TestKit
import Vocabulary
package import Website

/// What the house reads when it starts, from the files of the checkout.
package enum InterfaceFiles {
    /// Read once: the files do not change while tests run.
    private static let readBook = Result { try makeBook() }
    private static let readPages = Result { try makePages() }

    /// The book as it ships, with its labels in every language.
    static func book() throws -> Book { try readBook.get() }

    /// The pages in every language.
    package static func pages() throws -> Pages { try readPages.get() }

    private static func makeBook() throws -> Book {
        let folder = Repository.root.appending(path: "Resources/codelists")
        let lists = try files(in: folder, ending: ".csv").map { file in
            try CodeList(text: text(folder.appending(path: file)), file: file)
        }
        let labels = try texts().map { texts in
            (texts.language, Dictionary(uniqueKeysWithValues: texts.keys.map { ($0, texts[$0]) }))
        }
        return try Book(
            mechanisms: Catalogue.mechanisms, codeLists: lists,
            mappings: [
                CodeMapping(
                    text: text(folder.appending(path: "mappings/iso-639-1--languages.csv")),
                    file: "iso-639-1--languages.csv")
            ], bucketRules: [],
            clocks: Catalogue.clocks, reminders: Catalogue.reminders,
            labels: Labels(Dictionary(uniqueKeysWithValues: labels)))
    }

    private static func makePages() throws -> Pages {
        let folder = Repository.root.appending(path: "Resources/templates")
        let templates = try files(in: folder, ending: ".mustache").map { file in
            (String(file.dropLast(9)), try text(folder.appending(path: file)))
        }
        return try Pages(
            languages: texts(), templates: Dictionary(uniqueKeysWithValues: templates),
            styleSheet: Array(text(Repository.root.appending(path: "Resources/style/workbench.css")).utf8),
            icon: HouseIcon(Array("<svg/>".utf8)))
    }

    /// English first: it is for whoever asks for no language of the house.
    private static func texts() throws -> [Texts] {
        let folder = Repository.root.appending(path: "Resources/languages")
        return try files(in: folder, ending: ".yaml").map { file in
            try Texts(language: String(file.dropLast(5)), yaml: text(folder.appending(path: file)))
        }.sorted { ($0.language == "en" ? "" : $0.language) < ($1.language == "en" ? "" : $1.language) }
    }

    private static func files(in folder: URL, ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(ending) }.sorted()
    }

    private static func text(_ file: URL) throws -> String {
        String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
}
