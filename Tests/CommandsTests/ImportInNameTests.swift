import Access
import Foundation
import Testing

/// In whose name an import is, by the built program.
struct ImportInNameTests {
    private let folder: TemporaryFolder
    private let file: String

    init() throws {
        folder = try TemporaryFolder()
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
        let url = try folder.file("source.yaml")
        try Data(
            """
            source: small
            version: 1
            columns: { no: , sex: }
            key: [no]
            effective: { constant: "2026-01-01" }
            records:
              person: { mechanism: person, fields: { sex: { column: sex } } }
            """.utf8
        ).write(to: url)
        let list = try folder.file("list.csv")
        try Data("no,sex\n1,female\n2,male\n".utf8).write(to: list)
        file = list.path
        let shelter = try BuiltProgram.run(
            "record", "open", "organisation", "--effective", "2026-01-01", "--field", "name=Shelter", "--field",
            "kind=ngo", "--as", "coordinator", "--data", folder.path("r"))
        try #require(shelter.status == 0, "\(shelter.talk)")
    }

    private func bring(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(
            ["import", file, "--source", folder.path("source.yaml"), "--data", folder.path("r"), "--format", "csv"]
                + arguments)
    }

    @Test func whatIsBroughtInForAnOrganisationIsKnownToItAlone() throws {
        let first = try bring("--as", "caseworker", "--for", "Shelter")
        #expect(first.status == 0 && first.lines.last == "2,2,0,0,2,2", "\(first.talk)")
        #expect(try bring("--as", "caseworker", "--for", "Shelter").lines.last == "2,0,0,2,0,0")
        #expect(try bring("--as", "competent-authority", "--for", "Shelter").lines.last == "2,0,0,2,0,0")
        #expect(try bring().lines.last == "2,2,0,0,2,2")
        let listed = try BuiltProgram.run(
            "record", "list", "person", "--count", "--as", "caseworker", "--for", "Shelter", "--data",
            folder.path("r"))
        #expect(listed.lines.first == "2")
    }

    @Test(arguments: FunctionKind.allCases)
    func onlyWhoseFunctionImportsComesToAFile(function: FunctionKind) throws {
        let outcome = try bring("--as", function.rawValue, "--for", "Shelter")
        switch function {
        case .caseworker, .competentAuthority: #expect(outcome.status == 0, "\(outcome.talk)")
        // May import, and opens no person in the name of a post.
        case .systemOperator: #expect(outcome.status == 3 && outcome.lines.last == "2,0,2,0,0,0", "\(outcome.talk)")
        default: #expect(outcome.status == 1 && outcome.talk.contains("A101"), "\(outcome.talk)")
        }
    }

    @Test func whereSomebodyHasAnAccountNothingIsLoadedInNobodysName() throws {
        #expect(try BuiltProgram.run("account", "create", "ada", "--data", folder.path("r")).status == 0)
        let outcome = try bring()
        #expect(outcome.status == 1 && outcome.talk.contains("K112") && outcome.output.isEmpty, "\(outcome.talk)")
        #expect(try bring("--as", "caseworker", "--for", "Shelter").status == 0)
    }

    @Test func anOrganisationThatIsNotThereIsNamed() throws {
        let outcome = try bring("--as", "caseworker", "--for", "Nowhere")
        #expect(outcome.status == 1 && outcome.talk.contains("K107"))
    }
}
