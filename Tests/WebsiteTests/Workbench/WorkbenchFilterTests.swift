import Foundation
import Registry
import Testing
import Vocabulary

@testable import Website

/// Filters narrow what the policy lets somebody see, and say nothing of what it does not.
@Suite struct WorkbenchFilterTests {
    private static let house = Result { try WorkbenchHouse() }

    private func rows(_ post: WorkbenchSamples.Post, _ path: String) async throws -> Int {
        let answer = try await Self.house.get().ask(post, path)
        #expect(answer.status == 200)
        return answer.body.components(separatedBy: "scope=\"row\"").count - 1
    }

    @Test(arguments: [
        ("", 2), ("whose=own", 1), ("whose=house", 2), ("whose=shared", 0), ("whose=own&whose=shared", 1),
        ("state=open", 2), ("state=closed", 0), ("whose=nonsense", 2),
    ])
    func showsWhoseCasesWereChosen(query: String, count: Int) async throws {
        #expect(try await rows(.caseworker, "/work/list/case?\(query)") == count)
    }

    @Test func whatIsSharedIsToldApartFromOnesOwn() async throws {
        #expect(try await rows(.authority, "/work/list/person") == 2)
        #expect(try await rows(.authority, "/work/list/person?whose=shared") == 1)
        #expect(try await rows(.authority, "/work/list/person?whose=house") == 1)
        #expect(try await rows(.caseworker, "/work/list/case?f.owner=\(WorkbenchSamples.id(1))") == 2)
    }

    @Test(arguments: ["whose=supervised", "f.owner=\(WorkbenchSamples.id(2))", "due=late&state=closed"])
    func aFilterFindsNothingThatTheReaderMayNotKnowOf(query: String) async throws {
        #expect(try await rows(.caseworker, "/work/list/case?\(query)") == 0)
    }

    @Test(arguments: [("due=late", 1), ("due=soon", 1), ("due=late&state=open", 1), ("due=late&state=done", 0)])
    func whatIsLateIsToldByTodayAndByTheOtherFilters(query: String, count: Int) async throws {
        #expect(try await rows(.caseworker, "/work/list/task?\(query)") == count)
    }

    @Test func anOrganisationIsTypedByItsName() async throws {
        let house = try Self.house.get()
        let typed = try await house.ask(.authority, "/work/list/case?find.owner=first%20aid&whose=shared")
        #expect(typed.status == 303)
        let path = try #require(typed.location)
        #expect(path.contains("f.owner=\(WorkbenchSamples.id(1))") && path.contains("whose=shared"))
    }

    @Test func filtersOfferOnlyRelationsThatTheFunctionCanHave() async throws {
        let house = try Self.house.get()
        #expect(try await house.ask(.rapporteur, "/work/list/person").body.contains("whose=") == false)
        let caseworker = try await house.ask(.caseworker, "/work/list/case").body
        #expect(caseworker.contains("whose=own") && caseworker.contains("whose=supervised"))
    }

    @Test func savedViewsAndFilesKeepTheFilters() async throws {
        let house = try Self.house.get()
        let list = try await house.ask(.caseworker, "/work/list/case?whose=own&state=open").body
        #expect(list.contains("rows.csv?whose=own&amp;state=open"))
        #expect(list.contains("name=\"query\" value=\"/work/list/case?whose=own&amp;state=open\""))
        let file = try await house.ask(.caseworker, "/work/list/case/rows.csv?whose=own&state=open").body
        #expect(file.split(separator: "\r\n").count == 2)
    }
}
