import HTTPTypes
import InterfaceKit
import Ledger
import Mechanisms
import Testing
import Vocabulary

@testable import Website

/// Nobody comes past the policy through the interface, and what is out of reach betrays itself by nothing.
@Suite struct APIPermissionTests {
    private let register: InterfaceRegister
    private let client: InterfaceClient
    private let nobody = "0193a1b2-0000-7000-8000-000000000001"

    init() throws {
        register = try InterfaceRegister()
        client = try InterfaceClient(register)
    }

    @Test func listsOnlyTheRecordsOfOnesOwnOrganisation() async throws {
        let mine = try register.person("one", by: register.people.caseworkerOfAlpha)
        try register.open("person", by: register.people.caseworkerOfBeta)
        let reply = try await client.get("/person", as: register.people.caseworkerOfAlpha)
        #expect(reply.status == 200)
        #expect(reply.json["records"]?.items.map { $0["record"]?.string } == [mine.description])
        #expect(reply.json["total"]?["count"]?.number == 1)
        #expect(reply.json["total"]?["isExact"] == .boolean(true))
    }

    @Test(arguments: ["", "/steps", "/history", "/links"])
    func whatIsOutOfReachIsAnsweredLikeWhatIsNotThere(part: String) async throws {
        let theirs = try register.open("person", by: register.people.caseworkerOfBeta)
        let hidden = try await client.get("/person/\(theirs)\(part)", as: register.people.caseworkerOfAlpha)
        let absent = try await client.get("/person/\(nobody)\(part)", as: register.people.caseworkerOfAlpha)
        let senseless = try await client.get("/person/nonsense\(part)", as: register.people.caseworkerOfAlpha)
        #expect(hidden.status == 404)
        #expect(hidden.code == "R101")
        #expect(hidden.bytes == absent.bytes)
        #expect(hidden.bytes == senseless.bytes)
        #expect(hidden.headers == absent.headers)
    }

    @Test(arguments: ["", "/steps", "/history", "/links"])
    func whatIsOutOfReachCostsTheStatementsOfWhatIsNotThere(part: String) async throws {
        let tally = CountingStore.Tally()
        let register = try InterfaceRegister(wrap: { premises in
            LedgerPremises(
                events: CountingStore(premises.events, tally: tally), vault: premises.vault, papers: premises.papers)
        })
        let client = try InterfaceClient(register)
        let theirs = try register.open("person", by: register.people.caseworkerOfBeta)
        var costs: [Int] = []
        for record in [nobody, theirs.description, nobody, theirs.description] {
            let before = tally.statements
            #expect(
                try await client.get("/person/\(record)\(part)", as: register.people.caseworkerOfAlpha).code == "R101")
            costs.append(tally.statements - before)
        }
        #expect(costs[0] > 0)
        #expect(Set(costs).count == 1, "\(costs)")
    }

    @Test func aWriteToWhatIsOutOfReachIsAnsweredLikeOneToWhatIsNotThere() async throws {
        let theirs = try register.open("person", by: register.people.caseworkerOfBeta)
        let body = #"{"effective": "2026-09-21", "reason": "because"}"#
        let alpha = register.people.caseworkerOfAlpha
        let hidden = try await client.post("/person/\(theirs)/close", body, as: alpha, version: 1)
        let absent = try await client.post("/person/\(nobody)/close", body, as: alpha, version: 1)
        #expect(hidden.status == 404)
        #expect(hidden.bytes == absent.bytes)
        #expect(hidden.headers == absent.headers)
    }

    @Test func aLinkToWhatIsOutOfReachIsRefusedLikeOneToWhatIsNotThere() async throws {
        let theirs = try register.open("person", by: register.people.caseworkerOfBeta)
        let alpha = register.people.caseworkerOfAlpha
        func open(_ person: String) async throws -> InterfaceClient.Reply {
            try await client.post(
                "/status-episode",
                #"{"transition": "open-as-signalled", "effective": "2026", "fields": {"person": "\#(person)"}}"#,
                as: alpha, key: "a-key-of-sixteen-\(person.prefix(8))")
        }
        let (hidden, absent) = (try await open(theirs.description), try await open(nobody))
        #expect(hidden.status == 422)
        #expect(hidden.code == "M108")
        #expect(hidden.bytes == absent.bytes)
    }

    @Test func aRecordUnderAnotherMechanismsNameIsNotFound() async throws {
        let mine = try register.open("person", by: register.people.caseworkerOfAlpha)
        for part in ["", "/steps", "/history", "/links"] {
            let reply = try await client.get("/case/\(mine)\(part)", as: register.people.caseworkerOfAlpha)
            #expect(reply.code == "R101")
        }
    }

    @Test func asksWhoeverComesWithoutATokenToSignIn() async throws {
        for token in [nil, "unknown"] {
            let headers = token.map { ["Authorization": "Bearer \($0)"] } ?? [:]
            let reply = try await client.get("/person", as: nil, headers: headers)
            #expect(reply.status == 401)
            #expect(reply.code == "W206")
            #expect(reply.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
        }
    }

    @Test func toldWithADifferentStatusWhatAFunctionMayNeverDo() async throws {
        // The rapporteur sees facts and opens no person; the coordinator sees no victim at all.
        let open = try await client.post(
            "/person", #"{"effective": "2026"}"#, as: register.people.rapporteur, key: "a-key-of-sixteen-1")
        #expect(open.status == 403)
        let list = try await client.get("/person", as: register.people.coordinator)
        #expect(list.status == 403)
        #expect(list.code == "W207")
    }

    @Test func withholdsIdentitiesFromTheRapporteur() async throws {
        let record = try register.person("one", by: register.people.caseworkerOfBeta)
        let reply = try await client.get("/person/\(record)", as: register.people.rapporteur)
        #expect(reply.status == 200)
        #expect(reply.json["fields"] == .members(["sex": "female"]))
        #expect(reply.json["withheld"] == .array(["given-name", "family-name"]))
        #expect(reply.json["marking"] == "professionals")
        #expect(!String(decoding: reply.bytes, as: UTF8.self).contains("Given one"))
    }

    @Test func showsThePurposeOnlyToThoseWhoseFunctionHasIt() async throws {
        let reply = try await client.get(
            "/person", as: register.people.caseworkerOfAlpha, headers: ["For-Purpose": "statistics"])
        #expect(reply.status == 403)
        let unknown = try await client.get(
            "/person", as: register.people.caseworkerOfAlpha, headers: ["For-Purpose": "curiosity"])
        #expect(unknown.status == 400)
    }
}
