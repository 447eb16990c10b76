import Access
import HTTPTypes
import InterfaceKit
import Ledger
import Mechanisms
import Testing
import Vocabulary

@testable import Website

/// Writes through the interface: nothing is overwritten silently, nothing is done twice, nothing half.
@Suite struct APIWritingTests {
    private let register: InterfaceRegister
    private let client: InterfaceClient
    private let key = "0193a1b2-1111-7000-8000-000000000001"

    init() throws {
        register = try InterfaceRegister()
        client = try InterfaceClient(register)
    }

    private var worker: Actor { register.people.caseworkerOfAlpha }

    @Test func opensARecordThatCanBeReadAtItsAddress() async throws {
        let opened = try await client.post(
            "/person", #"{"effective": "2026-09", "fields": {"given-name": "Any", "sex": "male"}}"#, as: worker,
            key: key)
        #expect(opened.status == 201)
        #expect(opened.headers[.eTag] == "\"v1\"")
        let address = try #require(opened.headers[.location]).dropFirst(APIRoutes.root.count)
        let read = try await client.get(String(address), as: worker)
        #expect(read.status == 200)
        #expect(read.headers[.eTag] == "\"v1\"")
        #expect(read.json["record"] == opened.json["record"])
        #expect(read.json["effective"] == "2026-09")
        #expect(read.json["fields"]?["sex"] == "male")
        #expect(read.json["owner"]?.string == register.people.alpha.description)
    }

    @Test func aSecondClickOpensNoSecondRecord() async throws {
        let body = #"{"effective": "2026-09", "fields": {"sex": "male"}}"#
        let first = try await client.post("/person", body, as: worker, key: key)
        let second = try await client.post("/person", body, as: worker, key: key)
        #expect(first.status == 201)
        #expect(second.status == 201)
        #expect(first.bytes == second.bytes)
        #expect(try await client.get("/person", as: worker).json["total"]?["count"]?.number == 1)
    }

    @Test func aKeyThatCameWithAnotherRequestIsRefused() async throws {
        _ = try await client.post("/person", #"{"effective": "2026-09"}"#, as: worker, key: key)
        let other = try await client.post("/person", #"{"effective": "2026-10"}"#, as: worker, key: key)
        #expect(other.status == 409)
        #expect(other.code == "R107")
    }

    @Test func openingNeedsAKey() async throws {
        let reply = try await client.post("/person", #"{"effective": "2026"}"#, as: worker)
        #expect(reply.status == 400)
        #expect(
            reply.json["problems"]?.items.first
                == .members([
                    "code": "W303", "in": "header", "name": "Idempotency-Key",
                    "detail": "It must be 16 to 100 letters, digits, hyphens and underscores.",
                ]))
    }

    @Test(arguments: [nil, "*", "\"v1\", \"v2\"", "v1", "W/\"v1\""])
    func aStepNamesTheOneVersionThatItRestsOn(field: String?) async throws {
        let record = try register.open("person", by: worker)
        let headers = field.map { ["If-Match": $0] } ?? [:]
        let reply = try await client.post(
            "/person/\(record)/close", #"{"effective": "2026", "reason": "because"}"#, as: worker, headers: headers)
        #expect(reply.status == (field == nil ? 428 : 400))
        #expect(try register.ledger.record(record)?.version == 1)
    }

    @Test func aLateWriteIsToldBothVersionsAndChangesNothing() async throws {
        let record = try register.open("person", "open", ["sex": .code("female")], by: worker)
        let correct = { (sex: String, version: Int) in
            try await client.post(
                "/person/\(record)/correct",
                #"{"effective": "2026", "reason": "seen", "fields": {"sex": "\#(sex)"}}"#, as: worker, version: version)
        }
        #expect(try await correct("male", 1).headers[.eTag] == "\"v2\"")
        let late = try await correct("unknown", 1)
        #expect(late.status == 412)
        #expect(late.code == "W310")
        #expect(late.json["present"]?["version"]?.number == 2)
        #expect(late.json["present"]?["fields"]?["sex"] == "male")
        #expect(late.json["wanted"]?["fields"]?["sex"] == "unknown")
        #expect(late.json["wanted"]?["expectedVersion"]?.number == 1)
        #expect(try register.ledger.record(record)?.version == 2)
    }

    @Test func tellsEveryReasonOfTheBook() async throws {
        let record = try register.open("person", by: worker)
        let reply = try await client.post(
            "/person/\(record)/correct", #"{"effective": "2026", "fields": {"sex": "none-such", "birth-year": 1}}"#,
            as: worker, version: 1)
        #expect(reply.status == 422)
        let problems = reply.json["problems"]?.items ?? []
        #expect(problems.compactMap { $0["code"]?.string }.sorted() == ["M106", "M107", "M111"])
        #expect(problems.compactMap { $0["pointer"]?.string }.sorted() == ["", "/fields/birth-year", "/fields/sex"])
    }

    @Test func theRegistersOwnStepsHaveNoAddress() async throws {
        for path in ["/document", "/document/\(register.people.alpha)/clear"] {
            #expect(try await client.post(path, "{}", as: worker, key: key, version: 1).status >= 404)
        }
    }
}
