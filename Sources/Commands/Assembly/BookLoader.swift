import Catalogue
import Foundation
import Mechanisms
import Publication
import Vocabulary
import Yams

/// Makes the book from the catalogue and the files in `Resources/`, with the country file of a register where it has one.
struct BookLoader {
    let resources: Resources

    /// - Parameter country: The register's `country.yaml`, where there is one.
    func book(country: URL? = nil) throws -> Book {
        let overlay = try country.map {
            try CountryFile.overlay(yaml: Resources.text(of: $0), file: $0.lastPathComponent)
        }
        let lists = try codeLists()
        if let named = overlay?.country, let country, !lists.contains(where: { $0.counts(for: named) }) {
            throw CommandFailure.malformed(
                file: country.lastPathComponent,
                detail: "“\(named)” is no country code. Two capital letters: PT, FR, GB")
        }
        return try Book(
            mechanisms: Catalogue.mechanisms, codeLists: lists, mappings: mappings(), bucketRules: bucketRules(),
            clocks: Catalogue.clocks, reminders: Catalogue.reminders, labels: labels(), overlay: overlay)
    }

    /// Of the countries, for maps.
    func outlines() throws -> WorldOutlines {
        try WorldOutlines(geoJSON: Array(resources.text("geo/ne_countries110.geojson").utf8))
    }

    func codeLists() throws -> [CodeList] {
        try resources.files(in: "codelists", ending: "csv").map {
            try CodeList(text: resources.text("codelists/\($0)"), file: $0)
        }
    }

    func mappings() throws -> [CodeMapping] {
        try resources.files(in: "codelists/mappings", ending: "csv").map {
            try CodeMapping(text: resources.text("codelists/mappings/\($0)"), file: $0)
        }
    }

    func bucketRules() throws -> [BucketRule] {
        try resources.files(in: "codelists/rules", ending: "yaml").map { file in
            do {
                let read = try YAMLDecoder().decode(
                    BucketRuleFile.self, from: resources.text("codelists/rules/\(file)"))
                return read.rule
            } catch let failure as CommandFailure {
                throw failure
            } catch {
                throw ListFailure.rule(
                    file: file,
                    detail: "lacks one of name, version, from, to, precedence, prefersMain, whenNone, source")
            }
        }
    }

    /// All languages, English first.
    func languages() throws -> [Texts] {
        Texts.inOrder(
            try resources.files(in: "languages", ending: "yaml").map {
                try Texts(language: String($0.dropLast(5)), yaml: resources.text("languages/\($0)"))
            })
    }

    /// The language that the reference pages are written in.
    func english() throws -> Texts {
        try Texts(language: "en", yaml: resources.text("languages/en.yaml"))
    }

    private func labels() throws -> Labels {
        let pairs = try languages().map { texts in
            (texts.language, Dictionary(uniqueKeysWithValues: texts.keys.map { ($0, texts[$0]) }))
        }
        return Labels(Dictionary(uniqueKeysWithValues: pairs))
    }
}

extension CodeList {
    /// Whether this is the list of countries and has this one; `stateless` and `unknown` are no country that counts.
    func counts(for country: String) -> Bool { name == "countries" && country.count == 2 && self[country] != nil }
}

private struct BucketRuleFile: Decodable {
    let name: String
    let version: String
    let from: String
    let to: String
    let precedence: [String]
    let prefersMain: Bool
    let whenNone: String
    let source: String

    var rule: BucketRule {
        BucketRule(
            name: name, version: version, from: from, to: to, precedence: precedence, prefersMain: prefersMain,
            whenNone: whenNone, source: source)
    }
}
