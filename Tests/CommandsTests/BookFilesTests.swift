import Access
import Catalogue
import Counting
import Foundation
import Mechanisms
import Publication
import Tables
import TestKit
import Testing
import Vocabulary

@testable import Commands

/// The files of `Resources/` beside the code that rests on them.
@Suite struct BookFilesTests {
    private let loader = BookLoader(resources: Resources(root: Repository.root))

    @Test func theBookOfTheHouseStarts() throws {
        let book = try loader.book()
        #expect(book.mechanisms.count == Catalogue.mechanisms.count)
        #expect(book.labels.languages.count >= 2)
    }

    @Test func everyListHasALabelForEachCodeAndForNothingElseInEveryLanguage() throws {
        let lists = try loader.codeLists()
        for language in try loader.languages() {
            let expected = Set(lists.flatMap { list in list.codes.map { "codes.\(list.name).\($0.id)" } })
            #expect(language.keys.filter { $0.hasPrefix("codes.") }.count == expected.count)
            #expect(expected.isSubset(of: language.keys), "\(language.language)")
            // A separator of thousands may be a blank; nothing else may.
            let blank = language.keys.filter {
                !$0.hasPrefix("site.format.") && language[$0].allSatisfy(\.isWhitespace)
            }
            #expect(blank.sorted() == [], "\(language.language)")
        }
    }

    @Test func servesEnglishToThoseWhoAskForNoneOfTheLanguages() throws {
        #expect(try loader.languages().first?.language == "en")
    }

    @Test func labelsTellTheCodesOfAListApart() throws {
        for language in try loader.languages() {
            for list in try loader.codeLists() {
                let labels = list.codes.map { language["codes.\(list.name).\($0.id)"] }
                #expect(Set(labels).count == labels.count, "\(list.name) in \(language.language)")
            }
        }
    }

    @Test func everyRuleNamesBucketsThatItsMappingReaches() throws {
        let lists = Dictionary(uniqueKeysWithValues: try loader.codeLists().map { ($0.name, $0) })
        let mappings = try loader.mappings()
        let rules = try loader.bucketRules()
        #expect(rules.count == 3)
        for rule in rules {
            let mapping = try #require(mappings.first { $0.from == rule.from && $0.to == rule.to })
            let target = try #require(lists[rule.to])
            #expect(Set(rule.precedence) == Set(mapping.pairs.values), "\(rule.name)")
            #expect(Set(rule.precedence).count == rule.precedence.count)
            #expect(target[rule.whenNone] != nil)
        }
    }

    @Test func listsThatMirrorTheCodeSayTheSame() throws {
        let lists = Dictionary(uniqueKeysWithValues: try loader.codeLists().map { ($0.name, $0) })
        func ids(_ name: String) -> Set<String> { Set(lists[name]?.codes.map(\.id) ?? []) }
        #expect(ids("function-kinds") == Set(FunctionKind.allCases.filter { $0 != .public }.map(\.rawValue)))
        #expect(ids("units").isSuperset(of: CountingUnit.allCases.map(\.rawValue)))
        #expect(ids("statuses") == Set(Mechanism.statusEpisode.states))
    }

    @Test func theIndexListsWhatCountingDeclaresForIt() throws {
        let entries = try IndexEntry.list(yaml: loader.resources.text("index.yaml"))
        let declared = IndicatorBook.index
        #expect(entries.count <= IndexEntry.limit)
        #expect(Set(entries.map(\.id)) == Set(declared.map(\.code)))
        for entry in entries {
            let indicator = try IndicatorBook.indicator(entry.id)
            #expect(entry.unit == indicator.unit.rawValue, "\(entry.id)")
            #expect(entry.direction.rawValue == indicator.direction.rawValue, "\(entry.id)")
            #expect(entry.indicator == entry.id && entry.selection.isEmpty, "\(entry.id)")
        }
    }

    @Test func theTableThatTellsTheQuartersIsReleasedWithTheIndex() {
        #expect(TableDefinition.index.parts.map(\.name).contains(QuartersReported.table))
    }

    @Test func theDemonstrationSaysWhoseDataItShows() throws {
        let text = try String(contentsOf: Repository.root.appending(path: "demo/site.yaml"), encoding: .utf8)
        #expect(throws: Never.self) { try Imprint(yaml: text) }
        #expect(text.contains("Open Government Licence v3.0"))
    }

    @Test func theEuropeanUnionHasTwentySevenStates() throws {
        let mapping = try #require(loader.mappings().first { $0.to == "citizenship-groups" })
        #expect(mapping.pairs.count { $0.value == "eu" } == 27)
    }

    @Test func theExampleOfTheHandbookIsASoundCountryFile() throws {
        let page = try String(
            contentsOf: Repository.root.appending(path: "docs/handbook/country.md"), encoding: .utf8)
        let example = try #require(page.split(separator: "```yaml\n").dropFirst().first?.split(separator: "```").first)
        let folder = try TemporaryFolder()
        let file = try folder.write(String(example), to: "country.yaml")
        let book = try loader.book(country: file)
        #expect(book.country == "SN")
        #expect(book.clocks["recovery-period"] == 45)
        #expect(book.codeLists["exploitation-forms"]?.root(of: "begging-by-pupils") == "forced-begging")
        #expect(book.mapping(from: "exploitation-forms", to: "eu-forms")?["begging-by-pupils"] != nil)
        #expect(book.mechanism("case")?.field("regional-committee")?.isNational == true)
    }

    @Test(arguments: [
        ("country: SN\nfeilds: []\n", "feilds"), ("- a\n", "map"),
        (
            "country: SN\nfields:\n  - mechanism: case\n    name: x\n    kind: colour\n    labels: {en: x, fr: x}\n",
            "kind"
        ),
    ])
    func aFaultyCountryFileSaysWhatIsWrong(text: String, named: String) throws {
        do {
            _ = try CountryFile.overlay(yaml: text, file: "country.yaml")
            Issue.record("it was accepted")
        } catch {
            #expect("\(error)".contains(named), "\(error)")
        }
    }

    @Test func theTableOfMechanismsNamesAllOneHundredAndTen() throws {
        let page = try String(contentsOf: Repository.root.appending(path: "docs/mechanisms.md"), encoding: .utf8)
        for number in 1...110 {
            let code = "B" + (number < 10 ? "0\(number)" : "\(number)")
            #expect(page.split(separator: "\n").count { $0.hasPrefix("| \(code) ") } == 1, "\(code)")
        }
    }
}
