import Foundation
import Ledger
import Registry
import SQLiteStore
import Testing

@testable import Website

/// One page, one purpose: chosen in words, seen on every page, written down with every reading.
@Suite struct WorkbenchPurposeTests {
    private static let theirs = "/work/record/\(WorkbenchSamples.elsewhere)"
    private static let investigation = [("purpose", "investigation")]

    /// The purpose of the last event of the ledger.
    private func lastPurpose(_ house: WorkbenchHouse) throws -> String? {
        let store = try SQLiteStore(
            path: house.folder.appending(path: "register/ledger.sqlite").path, schema: .ledger, isReadOnly: true)
        defer { try? store.close() }
        return try store.read { connection in
            try connection.first("SELECT purpose FROM event ORDER BY sequence DESC LIMIT 1", []) { $0.text(0) }
        }
    }

    @Test func anAuthorityChoosesAndSeesWhatItsPurposeMaySee() async throws {
        let house = try WorkbenchHouse()
        let before = try await house.ask(.authority, Self.theirs).body
        #expect(before.contains("Gamma") && before.contains("You work for: protection"))
        #expect(try lastPurpose(house) == "protection")
        let chosen = try await house.ask(.authority, "/work/purpose", form: Self.investigation)
        #expect(chosen.status == 303 && chosen.location == "/work")
        let after = try await house.ask(.authority, Self.theirs).body
        #expect(!after.contains("Gamma") && after.contains("Withheld"))
        #expect(after.contains("purpose-bar unusual") && after.contains("You work for: investigation"))
        #expect(after.contains("Office for Decisions"), "whose it is, is said all the same")
        #expect(try lastPurpose(house) == "investigation")
    }

    @Test(arguments: ["/work", "/work/lists", "/work/list/person", "/work/record/\(WorkbenchSamples.elsewhere)"])
    func everyPageSaysItsPurpose(path: String) async throws {
        let house = try WorkbenchHouse()
        _ = try await house.ask(.authority, "/work/purpose", form: Self.investigation)
        #expect(try await house.ask(.authority, path).body.contains("purpose-bar unusual"))
        #expect(try await !house.ask(.caseworker, path).body.contains("purpose-bar"), "one purpose, nothing to choose")
    }

    @Test func nothingIsWrittenNorSearchedForAnInvestigation() async throws {
        let house = try WorkbenchHouse()
        let form = try await FilledForm(house.ask(.authority, "\(Self.theirs)/step/correct").body)
        _ = try await house.ask(.authority, "/work/purpose", form: Self.investigation)
        #expect(try await house.ask(.authority, "\(Self.theirs)/step/correct", form: form.all).status == 403)
        #expect(try await house.ask(.authority, "/work/search").status == 403)
        #expect(try await house.ask(.authority, "/work/new/person/open").status == 403)
        #expect(try await !house.ask(.authority, "/work").body.contains("/work/new/"))
    }

    @Test func nobodyChoosesWhatTheirFunctionIsNotFor() async throws {
        let house = try WorkbenchHouse()
        #expect(try await house.ask(.caseworker, "/work/purpose", form: Self.investigation).status == 404)
        #expect(try await house.ask(.caseworker, "/work/purpose").status == 404)
        #expect(try await house.ask(.authority, "/work/purpose", form: [("purpose", "statistics")]).status == 422)
        #expect(try await house.ask(.authority, Self.theirs).body.contains("Gamma"))
    }
}
