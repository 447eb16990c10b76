import Foundation
import Ledger
import TestKit
import Testing

@Suite struct SchemaTests {
    /// The room's Swift with its comments taken out: all SQL of ours is in it.
    private static let sources: [(file: String, text: String)] = {
        let folder = Repository.root.appending(path: "Sources/Ledger")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }.compactMap { file in
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
            let lines = text.split(separator: "\n").filter { !$0.drop(while: { $0 == " " }).hasPrefix("//") }
            return (file.lastPathComponent, lines.joined(separator: "\n"))
        }
    }()

    @Test func theReferencePageShowsTheSchemaAsItIs() throws {
        let page = Repository.root.appending(path: "docs/reference/schema.md")
        let written = try? String(contentsOf: page, encoding: .utf8)
        if written != SchemaReference.markdown(), ProcessInfo.processInfo.environment["WRITE_REFERENCE"] == "1" {
            try Data(SchemaReference.markdown().utf8).write(to: page)
        }
        #expect(written == SchemaReference.markdown(), "run the tests with WRITE_REFERENCE=1 and look at the change")
    }

    @Test(arguments: [
        #"\bLIKE\b"#, #"\bstring_agg\b|\bgroup_concat\b"#, #"\bround\s*\("#, #"\bGROUP BY\b"#, #"\bIDENTITY\b"#,
        #"\bAUTOINCREMENT\b"#, #"\bFOR UPDATE\b"#, #"\bINSERT OR\b"#, #"\bREPLACE INTO\b"#, #"\bSELECT \*"#,
        #"WHERE [a-z_]+ = [01]\b"#, #"\bPRAGMA\b"#, #"\browid\b"#, #"\bjson_"#, #"\bdatetime\("#,
    ])
    func noStatementUsesWhatTheTwoDatabasesUnderstandDifferently(pattern: String) throws {
        #expect(!SchemaTests.sources.isEmpty)
        let expression = try Regex(pattern)
        for (file, text) in SchemaTests.sources where text.contains(expression) {
            Issue.record("\(file) contains \(pattern)")
        }
    }

    /// The databases place NULL differently in an order; columns that hold none need no NULLS FIRST or LAST.
    @Test func everyOrderIsByColumnsThatAreNeverNull() throws {
        let expression = try Regex(#"ORDER BY ([a-z_., ]+)"#, as: (Substring, Substring).self)
        let never: Set = [
            "sequence", "name", "person", "mechanism", "id", "target", "source", "fingerprint", "token", "record",
            "number", "field", "value", "relation", "place", "day",
        ]
        var orders = 0
        for (file, text) in SchemaTests.sources {
            for match in text.matches(of: expression) {
                orders += 1
                for column in match.output.1.split(separator: ",") {
                    let words = column.split(separator: " ").first?.split(separator: ".")
                    let column = words?.last ?? ""
                    #expect(never.contains(String(column)), "\(file) orders by \(column)")
                }
            }
        }
        #expect(orders > 10)
    }

    @Test func everyTableOpensWithAComment() {
        for statement in Schema.ledger.statements + Schema.vault.statements where statement.contains("CREATE TABLE") {
            #expect(statement.hasPrefix("-- "))
        }
    }
}
