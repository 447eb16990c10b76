import Access
import Foundation
import HTTPTypes
import HummingbirdTesting
import InterfaceKit
import NIOCore
import Publication
import TestKit
import Testing

@testable import Website

/// Every code that a person can be shown has words for them.
@Suite struct ProblemMeaningTests {
    private static let languages = ["en", "fr", "es", "pt", "ar"]

    /// Every failure code of the code, as `scripts/reference` finds them.
    private static let codes: [String] = {
        let sources = Repository.root.appending(path: "Sources")
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        let texts = (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
            .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
        let pattern = #/(?m)^ *\/\/\/? ([A-Z][0-9]{3}): /#
        return Set(texts.flatMap { $0.matches(of: pattern).map { String($0.1) } }).sorted()
    }()

    /// Told with the failure's own words, wherever no page of its own comes between: what is refused at the door, by the
    /// policy, by the book, by the interface and by the workbench.
    private static let told = codes.filter { code in
        let isMet = ["A", "N", "R", "W"].contains(code.prefix(1)) || code.hasPrefix("M1")
        return isMet && FailureStatus.of(code) < 500 || code.hasPrefix("W2") || code.hasPrefix("W3")
    }

    @Test func thereAreCodes() { #expect(Self.codes.count > 200 && Self.told.count > 60) }

    @Test(arguments: languages)
    func everyCodeThatAPersonMeetsHasItsOwnText(language: String) throws {
        let texts = try InterfaceFiles.pages().texts(language)
        #expect(texts.language == language)
        #expect(Self.told.filter { ProblemMeaning.key(of: $0, texts) == nil } == [])
    }

    @Test(arguments: languages)
    func everyCodeHasAPage(language: String) throws {
        let texts = try InterfaceFiles.pages().texts(language)
        for code in Self.codes {
            let meaning = try #require(ProblemMeaning(of: code, texts), "\(code)")
            #expect(!meaning.title.contains("⟦") && !meaning.text.contains("⟦") && !meaning.text.contains("{"))
        }
    }

    @Test(arguments: [("text/html,*/*;q=0.8", 303), ("application/json", 200), ("*/*", 200)])
    func answersAPersonWithAPageAndAProgramWithJSON(accept: String, status: Int) async throws {
        let client = try InterfaceClient(InterfaceRegister())
        let reply = try await client.get("/problems/R101", as: nil, headers: ["Accept": accept])
        #expect(reply.status == status)
        #expect(status == 200 || reply.headers[.location] == "/problems/R101")
        #expect(try await client.get("/problems/Z999", as: nil, headers: ["Accept": accept]).status == 404)
    }

    @Test(arguments: ["R101", "W207", "M103", "I104", "S105"])
    func thePageSaysWhatHappenedAndWhatToDo(code: String) async throws {
        let pages = try InterfaceFiles.pages()
        let routes = HouseRoutes.routes(pages, exit: "https://www.wikipedia.org/")
        let house = try Website(
            RouteTable(routes, gate: RouteGate(Policy())), pages: pages, desk: NoVisitorDesk(),
            settings: ServingSettings(port: 0)
        ) { _ in }
        let body = try await house.application().test(.router) { client in
            try await client.execute(uri: "/problems/\(code)", method: .get, headers: [.cookie: "language=fr"]) {
                String(buffer: $0.body)
            }
        }
        #expect(body.contains("lang=\"fr\"") && body.contains("Ce que signifie le code \(code)"))
        #expect(body.contains("class=\"lead\""))
    }

    @Test func thePageHasTheKeysOfItsTemplate() throws {
        let texts = try InterfaceFiles.pages().texts("en")
        let page = ProblemMeaningPage("R101", try #require(ProblemMeaning(of: "R101", texts)), texts)
        let keys = TemplateKeys(templates: try WorkbenchHouse.templates())
        #expect(keys.problems(of: page, in: "problem-meaning") == [])
    }
}
