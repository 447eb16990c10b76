import Catalogue
import Foundation
import Mechanisms
import TestKit
import Testing
import Vocabulary

@Suite struct ListFileTests {
    private static func files(in folder: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: Repository.root.appending(path: folder), includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "csv" }.sorted { $0.path < $1.path }
    }

    @Test func everyCodeListOfTheHouseIsSound() throws {
        let files = try ListFileTests.files(in: "Resources/codelists")
        #expect(files.count > 20)
        for file in files {
            let list = try CodeList(text: String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
            #expect(list.name == file.deletingPathExtension().lastPathComponent)
            #expect(!list.codes.isEmpty)
        }
    }

    @Test func everyMappingLeadsFromAndToCodesThatExist() throws {
        let lists = try Dictionary(
            uniqueKeysWithValues: ListFileTests.files(in: "Resources/codelists").map { file in
                let list = try CodeList(text: String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
                return (list.name, list)
            })
        let files = try ListFileTests.files(in: "Resources/codelists/mappings")
        #expect(files.count > 20)
        for file in files {
            let name = file.lastPathComponent
            let mapping = try CodeMapping(text: String(contentsOf: file, encoding: .utf8), file: name)
            // The other end of some mappings is a standard of somebody else, whose list we do not hold.
            if let from = lists[mapping.from] {
                #expect(mapping.pairs.keys.allSatisfy { from[$0] != nil }, "\(name)")
            }
            if let to = lists[mapping.to] { #expect(mapping.pairs.values.allSatisfy { to[$0] != nil }, "\(name)") }
        }
    }

    @Test func everyFormOfExploitationHasItsBucketInEuropeAndAtTheUnitedNations() throws {
        let folder = Repository.root.appending(path: "Resources/codelists")
        func read(_ path: String) throws -> String {
            try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        }
        let forms = try CodeList(text: read("exploitation-forms.csv"), file: "exploitation-forms.csv")
        for target in ["eu-forms", "unodc-forms", "exploitation-forms"] {
            let file = "mappings/exploitation-forms--\(target).csv"
            let mapping = try CodeMapping(text: read(file), file: file)
            #expect(forms.codes.allSatisfy { mapping[$0.id] != nil }, "\(file)")
        }
    }

    static let wrong: [(String, ListFailure)] = [
        ("", .empty(file: "f")),
        ("# name: a\n# version: 1\nid,parent\nx,", .columnMissing(file: "f", column: "retired")),
        ("# name: a\n# version: 1\nid,parent,retired\nx,", .ragged(file: "f", line: 4, found: 2, expected: 3)),
        ("# name: a\n# version: 1\nid,parent,retired\n\"x\",,", .quoted(file: "f", line: 4)),
        ("id,parent,retired\nx,,", .remarkMissing(file: "f")),
        ("# name: a\n# version: 1\nid,parent,retired\nx,,\nx,,", .inconsistent(file: "f")),
        ("# name: a\n# version: 1\nid,parent,retired\nx,y,", .inconsistent(file: "f")),
    ]

    @Test(arguments: wrong)
    func aFaultyFileIsRefusedWithItsPlace(text: String, failure: ListFailure) {
        #expect(throws: failure) { try CodeList(text: text, file: "f") }
    }
}
