import Foundation
import Ledger
import TestKit
import Testing

@testable import Accounts

@Suite struct AccountsSchemaTests {
    /// As in the ledger's own test: words that SQLite and PostgreSQL understand differently.
    @Test(arguments: [
        #"\bLIKE\b"#, #"\bstring_agg\b|\bgroup_concat\b"#, #"\bround\s*\("#, #"\bGROUP BY\b"#, #"\bIDENTITY\b"#,
        #"\bAUTOINCREMENT\b"#, #"\bFOR UPDATE\b"#, #"\bINSERT OR\b"#, #"\bREPLACE INTO\b"#, #"\bSELECT \*"#,
        #"WHERE [a-z_]+ = [01]\b"#, #"\bPRAGMA\b"#, #"\browid\b"#, #"\bjson_"#, #"\bdatetime\("#,
    ])
    func noStatementUsesWhatTheTwoDatabasesUnderstandDifferently(pattern: String) throws {
        let folder = Repository.root.appending(path: "Sources/Accounts")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let expression = try Regex(pattern)
        var looked = 0
        for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            looked += 1
            #expect(!text.contains(expression), "\(file.lastPathComponent)")
        }
        #expect(looked > 30)
    }

    @Test func everyTableOpensWithAComment() {
        for statement in Schema.accounts.statements where statement.contains("CREATE TABLE") {
            #expect(statement.hasPrefix("-- "))
        }
    }

    @Test func noTwoDatabasesOfOursLookAlike() {
        let numbers = [Schema.ledger, .vault, .accounts].map(\.applicationID)
        #expect(Set(numbers).count == 3)
    }
}
