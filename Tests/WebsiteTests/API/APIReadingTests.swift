import Access
import HTTPTypes
import InterfaceKit
import Mechanisms
import Testing
import Vocabulary

@testable import Website

/// Lists, records, their past and what they link, as programs read them.
@Suite struct APIReadingTests {
    private let register: InterfaceRegister
    private let client: InterfaceClient

    init() throws {
        register = try InterfaceRegister()
        client = try InterfaceClient(register)
    }

    private var worker: Actor { register.people.caseworkerOfAlpha }

    @Test func pagesLeadToOneAnotherAndHoldEachRecordOnce() async throws {
        for _ in 1...5 { try register.open("person", by: worker) }
        var seen: [String] = []
        var path: String? = "/person?limit=2"
        while let next = path {
            let reply = try await client.get(next, as: worker)
            #expect(reply.json["total"]?["count"]?.number == 5)
            seen += reply.json["records"]?.items.compactMap { $0["record"]?.string } ?? []
            let link = reply.headers[HTTPField.Name("Link") ?? .location]
            #expect((link == nil) == (reply.json["next"] == .null))
            path = link.map { String($0.dropFirst(1 + APIRoutes.root.count).prefix { $0 != ">" }) }
        }
        #expect(seen.count == 5)
        #expect(Set(seen).count == 5)
    }

    @Test func aCursorOfAnotherListIsRefused() async throws {
        for _ in 1...2 { try register.open("person", by: worker) }
        let cursor = try await client.get("/person?limit=1", as: worker).json["next"]?.string ?? ""
        #expect(try await client.get("/person?limit=1&cursor=\(cursor)", as: worker).status == 200)
        let other = try await client.get("/person?limit=1&state=closed&cursor=\(cursor)", as: worker)
        #expect(other.status == 422)
        #expect(other.code == "R109")
    }

    @Test func filtersByFieldAndState() async throws {
        let female = try register.open("person", "open", ["sex": .code("female")], by: worker)
        let male = try register.open("person", "open", ["sex": .code("male")], by: worker)
        func found(_ query: String) async throws -> Set<String> {
            Set(
                try await client.get("/person?\(query)", as: worker).json["records"]?.items.compactMap {
                    $0["record"]?.string
                } ?? [])
        }
        #expect(try await found("filter.sex=female") == [female.description])
        #expect(
            try await found("filter.sex=female&filter.sex=male&state=registered")
                == [female.description, male.description])
        #expect(try await found("state=closed") == [])
    }

    @Test(arguments: [
        "limit=0", "limit=201", "limit=ten", "own=yes", "due-by=2026-02-30", "state=none", "cursor=", "filter.age=4",
        "limit=1&limit=2", "x=1", "filter.sex=%00",
    ])
    func refusesAQueryThatIsNotDescribed(query: String) async throws {
        let reply = try await client.get("/person?\(query)", as: worker)
        #expect(reply.status == 400)
        #expect(reply.code == "W300")
    }

    @Test func tellsEveryFindingOfAQuery() async throws {
        let reply = try await client.get("/person?limit=0&own=yes&x=1", as: worker)
        #expect(reply.json["problems"]?.items.compactMap { $0["name"]?.string } == ["x", "own", "limit"])
    }

    @Test func aReadingStandsInTheHistory() async throws {
        let record = try register.open("person", by: worker)
        _ = try await client.get("/person/\(record)", as: worker)
        let entries = try await client.get("/person/\(record)/history", as: worker).json["entries"]?.items ?? []
        #expect(entries.first?["transition"] == "open")
        #expect(entries.contains { $0["access"] == "read" })
        #expect(entries.allSatisfy { $0["account"] == .null })
    }

    @Test func tellsARecordAsItWas() async throws {
        let record = try register.open("person", "open", ["sex": .code("female")], by: worker)
        _ = try await client.post(
            "/person/\(record)/correct", #"{"effective": "2026", "reason": "seen", "fields": {"sex": "male"}}"#,
            as: worker, version: 1)
        let entries = try await client.get("/person/\(record)/history", as: worker).json["entries"]?.items ?? []
        let opened = try #require(entries.first { $0["transition"] == "open" }?["sequence"]?.number)
        let then = try await client.get("/person/\(record)?asOf=\(opened)", as: worker)
        #expect(then.json["fields"]?["sex"] == "female")
        #expect(then.headers[.eTag] == "\"v1\"")
        let now = try await client.get("/person/\(record)?asOf=2026-12-31", as: worker)
        #expect(now.json["fields"]?["sex"] == "male")
        let before = try await client.get("/person/\(record)?asOf=2020-01-01T00:00:00Z", as: worker)
        #expect(before.code == "R101")
        #expect(try await client.get("/person/\(record)?asOf=yesterday", as: worker).status == 400)
    }

    @Test func tellsWhatMayBeDoneAndWhyTheRestMayNot() async throws {
        let record = try register.open("person", by: worker)
        let steps = try await client.get("/person/\(record)/steps", as: worker).json["steps"]?.items ?? []
        let open = steps.filter { $0["isOpen"] == .boolean(true) }.compactMap { $0["transition"]?.string }
        #expect(Set(open) == ["close", "correct"])
        let reopen = try #require(steps.first { $0["transition"] == "reopen" })
        #expect(reopen["obstacles"] == .array([.members(["code": "state", "states": .array(["closed"])])]))
    }

    @Test func tellsWhatARecordNamesAndWhatNamesIt() async throws {
        let person = try register.open("person", by: worker)
        let episode = try register.open("status-episode", "open-as-potential", ["person": .link(person)], by: worker)
        let ofPerson = try await client.get("/person/\(person)/links", as: worker).json
        #expect(ofPerson["namedBy"]?.items.compactMap { $0["record"]?.string } == [episode.description])
        let ofEpisode = try await client.get("/status-episode/\(episode)/links", as: worker).json
        #expect(
            ofEpisode["names"]?.items.compactMap { $0["field"]?.string } == ["registering-organisation", "person"])
    }

    @Test func findsAPersonByNameWithoutANameInTheAddress() async throws {
        let mine = try register.person("one", by: worker)
        _ = try register.person("one", by: register.people.caseworkerOfBeta)
        let body = #"{"mechanism": "person", "values": {"family-name": "family one"}}"#
        let reply = try await client.post("/search", body, as: worker)
        #expect(reply.status == 200)
        #expect(reply.json["records"]?.items.map { $0["record"]?.string } == [mine.description])
        #expect(try await client.post("/search", body, as: register.people.rapporteur).status == 403)
    }

    @Test func tellsTheBookInTheLanguageAsked() async throws {
        let reply = try await client.get("/mechanisms/person", as: nil, headers: ["Accept-Language": "fr"])
        #expect(reply.status == 200)
        #expect(reply.headers[.contentLanguage] == "fr")
        #expect(reply.json["title"] == "Personne")
        let list = try await client.get("/codelists/sexes", as: nil)
        #expect(list.json["codes"]?.items.contains { $0["code"] == "female" && $0["label"] == "Female" } == true)
        #expect(try await client.get("/codelists/none", as: nil).status == 404)
    }
}
