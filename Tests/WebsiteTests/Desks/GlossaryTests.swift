import Access
import InterfaceKit
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Website

/// B105: a field shows its definition in the reader's language.
@Suite struct GlossaryTests {
    private let house: DeskHouse
    private let keeper = Actor(account: "secretariat", function: .coordinator, organisation: nil)

    init() throws {
        house = try DeskHouse()
        try house.person("cora", .coordinator)
    }

    private func agree(_ term: String, _ language: String, _ definition: String) throws -> RecordID {
        try house.register.open(
            "glossary-term", "agree",
            [
                "term": .text(term), "language": .code(language), "definition": .text(definition),
                "source": .text("Act 1, article 2"),
            ], by: keeper)
    }

    @Test func b105AFormShowsTheDefinitionWithTheFieldOfThatName() async throws {
        _ = try agree("  mandate ", "eng", "What a <body> may do.")
        _ = try agree("Mandate", "fra", "Ce qu’un organe peut faire.")
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/new/coordination-body/enter") == 200)
        #expect(browser.main.contains("What a &lt;body&gt; may do. (Act 1, article 2)"))
        #expect(!browser.main.contains("Ce qu’un organe"))
    }

    @Test func b105ATermThatWasWithdrawnOrOfAnotherFieldIsNotShown() async throws {
        let record = try agree("Mandate", "eng", "Old words.")
        _ = try agree("Mandated", "eng", "Other words.")
        let command = Command(
            mechanism: "glossary-term", record: record, transition: "withdraw", expectedVersion: 1, changes: [:],
            effective: .day(InterfaceRegister.now.day), reason: "because")
        guard case .written = try house.register.registry.submit([command], Asking(keeper)) else {
            Issue.record("it was not withdrawn")
            return
        }
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/new/coordination-body/enter") == 200)
        #expect(!browser.main.contains("Old words.") && !browser.main.contains("Other words."))
    }
}
