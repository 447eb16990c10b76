import Foundation
import HTTPTypes
import HummingbirdTesting
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Website

@Suite struct WorkbenchPageTests {
    private static let house = Result { try WorkbenchHouse() }

    /// Addresses of every kind of page.
    private static let paths = [
        "/work", "/work/lists", "/work/search", "/work/list/person", "/work/list/case", "/work/list/task",
        "/work/list/share", "/work/list/organisation", "/work/list/status-episode", "/work/list/source",
        "/work/list/break-glass", "/work/record/\(WorkbenchSamples.person)", "/work/record/\(WorkbenchSamples.matter)",
        "/work/record/\(WorkbenchSamples.share)", "/work/record/\(WorkbenchSamples.episode)",
        "/work/record/\(WorkbenchSamples.id(1))", "/work/record/\(WorkbenchSamples.matter)/step/close",
        "/work/record/\(WorkbenchSamples.person)/step/correct", "/work/record/\(WorkbenchSamples.matter)/hand-over",
        "/work/record/\(WorkbenchSamples.matter)/print", "/work/new/person/open", "/work/new/case/open",
        "/work/new/share/offer", "/work/new/status-episode", "/work/new/break-glass/break",
        "/work/new/organisation/open", "/work/list/person/rows.csv", "/work/list/case/rows.xlsx",
        "/work/paper/en/restricted.css",
    ]

    @Test(arguments: WorkbenchSamples.Post.allCases, paths)
    func answersEveryFunctionWithAPageOrARefusal(post: WorkbenchSamples.Post, path: String) async throws {
        let answer = try await Self.house.get().ask(post, path)
        #expect([200, 303, 404, 403, 422].contains(answer.status), "\(answer.status)")
        #expect(!answer.body.contains("⟦"), "a text is missing")
        #expect(!answer.body.contains("{{"))
    }

    @Test(arguments: paths)
    func letsNobodyInWhoIsNotSignedIn(path: String) async throws {
        let house = try Self.house.get()
        let site = try house.website()
        let status = try await site.application().test(.router) { client in
            try await client.execute(uri: path, method: .get) { $0.status.code }
        }
        #expect(status == 303)
    }

    @Test(arguments: ["en", "fr", "es", "pt", "ar"])
    func speaksEveryLanguage(language: String) async throws {
        for path in Self.paths {
            let answer = try await Self.house.get().ask(.caseworker, path, language: language)
            #expect(!answer.body.contains("⟦"), "\(path)")
        }
    }
}
