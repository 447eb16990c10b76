import Access
import Foundation
import HTTPTypes
import InterfaceKit
import Ledger
import Mechanisms
import Testing
import Vocabulary

@testable import Website

/// Files: taken as what their bytes are, given out only when clean, and only to those who may read them.
@Suite struct APIDocumentTests {
    /// Says the same of every file; nothing where it has nothing to say.
    private struct Scanner: VirusScanner {
        let verdict: ScanVerdict?

        func verdict(on bytes: [UInt8]) async throws -> ScanVerdict {
            guard let verdict else { throw ScannerFailure.refused }
            return verdict
        }
    }

    private let register: InterfaceRegister
    private let person: RecordID
    private let key = "0193a1b2-1111-7000-8000-000000000001"

    init() throws {
        register = try InterfaceRegister()
        person = try register.open("person", by: register.people.caseworkerOfAlpha)
    }

    private var worker: Actor { register.people.caseworkerOfAlpha }

    private func client(_ verdict: ScanVerdict?) throws -> InterfaceClient {
        try InterfaceClient(register, scanner: Scanner(verdict: verdict))
    }

    private func attach(
        _ client: InterfaceClient, _ content: String = "A letter.", type: String = "text/plain", key: String? = nil,
        as actor: Actor? = nil
    ) async throws -> InterfaceClient.Reply {
        let parts = [
            ("name=\"about\"", person.description), ("name=\"effective\"", "2026-09"),
            ("name=\"file\"; filename=\"letter.txt\"\r\nContent-Type: \(type)", content),
        ]
        let body =
            parts.map { "--part\r\nContent-Disposition: form-data; \($0.0)\r\n\r\n\($0.1)\r\n" }.joined()
            + "--part--\r\n"
        return try await client.send(
            .post, "/documents", as: actor ?? worker,
            headers: ["Content-Type": "multipart/form-data; boundary=part", "Idempotency-Key": key ?? self.key],
            body: Array(body.utf8))
    }

    private func path(_ reply: InterfaceClient.Reply) -> String {
        "/documents/\(reply.json["record"]?.string ?? "")"
    }

    @Test func givesBackACleanFileToKeepAndNeverToShow() async throws {
        let client = try client(.clean)
        let attached = try await attach(client)
        #expect(attached.status == 201)
        let file = try await client.get(path(attached) + "/file", as: worker)
        #expect(file.status == 200)
        #expect(String(decoding: file.bytes, as: UTF8.self) == "A letter.")
        #expect(file.headers[.contentDisposition] == "attachment; filename=\"RESTRICTED-letter.txt\"")
        #expect(file.headers[.contentType] == "text/plain")
        #expect(file.headers[HTTPField.Name("X-Content-Type-Options") ?? .accept] == "nosniff")
        #expect(file.headers[.cacheControl] == "no-store")
    }

    @Test func aFileWaitsWhereNobodyCanSayWhetherItIsClean() async throws {
        let attached = try await attach(try client(nil))
        let waiting = try await client(nil).get(path(attached) + "/file", as: worker)
        #expect(waiting.status == 409)
        #expect(waiting.code == "W313")
        let scanned = try await client(.clean).post(path(attached) + "/scan", "", as: worker, version: 1)
        #expect(scanned.status == 200)
        #expect(try await client(nil).get(path(attached) + "/file", as: worker).status == 200)
        #expect(try await client(.clean).post(path(attached) + "/scan", "", as: worker, version: 2).code == "W317")
    }

    @Test func anInfectedFileIsNeverGivenOut() async throws {
        let client = try client(.infected)
        let attached = try await attach(client)
        #expect(attached.status == 201)
        #expect(try await client.get(path(attached) + "/file", as: worker).status == 409)
        let record = try await client.get("/document/\(attached.json["record"]?.string ?? "")", as: worker)
        #expect(record.json["state"] == "infected")
    }

    @Test func whoMayNotReadTheDocumentFindsNoFile() async throws {
        let client = try client(.clean)
        let attached = try await attach(client)
        let theirs = try await client.get(path(attached) + "/file", as: register.people.caseworkerOfBeta)
        let none = try await client.get(
            "/documents/0193a1b2-0000-7000-8000-000000000001/file", as: register.people.caseworkerOfBeta)
        #expect(theirs.code == "R101")
        #expect(theirs.bytes == none.bytes)
        #expect(try await attach(client, as: register.people.caseworkerOfBeta).code == "M108")
    }

    @Test(arguments: [("<html>", "text/html"), ("<svg/>", "image/svg+xml"), ("no picture", "image/png")])
    func refusesWhatIsNotTakenOrNotWhatItSays(content: String, type: String) async throws {
        let reply = try await attach(try client(.clean), content, type: type)
        #expect(reply.status == 415)
        #expect(reply.code == "W312")
    }

    @Test func aSecondClickGivesNoSecondFile() async throws {
        let client = try client(.clean)
        let (first, second) = (try await attach(client), try await attach(client))
        #expect(first.bytes == second.bytes)
        #expect(try await client.get("/document", as: worker).json["total"]?["count"]?.number == 1)
    }
}
