import Foundation
import Intake
import TestKit
import Testing
import Vocabulary

/// The page of the handbook says what the program does.
struct HandbookTests {
    private let page: String

    init() throws {
        page = try String(
            contentsOf: Repository.root.appending(path: "docs/handbook/import.md"), encoding: .utf8)
    }

    @Test(arguments: FindingKind.allCases)
    func namesEveryFinding(kind: FindingKind) {
        let row = page.split(separator: "\n").first { $0.hasPrefix("|") && $0.contains(kind.rawValue) }
        #expect(row?.hasSuffix("| \(kind.weight.rawValue) |") == true)
    }

    @Test(arguments: ["I101", "I102", "I103", "I104", "I105", "I106", "I107", "I201", "I202", "I301", "I302"])
    func namesEveryFailure(code: String) {
        #expect(page.contains(code))
    }

    @Test func theExampleIsASourceDescription() throws {
        let example = try #require(page.split(separator: "```yaml\n").last?.split(separator: "\n```").first)
        let description = try SourceDescription(yaml: String(example), known: ShippedBook())
        #expect(description.key == ["person no"])
    }
}
