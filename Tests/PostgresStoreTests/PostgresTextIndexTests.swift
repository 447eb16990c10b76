import Access
import InterfaceKit
import Ledger
import TestKit
import Testing
import Vocabulary

@testable import PostgresStore

/// What only a server can do wrong: be another's, forbid, go away, come back empty.
@Suite(.enabled(if: PostgresCluster.programs != nil, Comment(rawValue: PostgresCluster.absence)))
struct PostgresTextIndexTests {
    private static func code(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch { return (error as? TextIndexFailure)?.code ?? "\(error)" }
    }

    private func open(_ address: String, of register: RecordID = TextPile.register) throws -> PostgresTextIndex {
        try PostgresTextIndex(PostgresServer(address), of: register)
    }

    private func count(_ index: any TextIndex, _ word: String) throws -> Int {
        try index.find(TextQuery([[word]], within: nil, [.public], limit: 5)).total
    }

    @Test func whereNobodyAnswersIsSaid() throws {
        #expect(Self.code { _ = try open("postgresql:///words?host=/nowhere") } == "S123")
        let address = try PostgresCluster.shared().address()
        #expect(Self.code { _ = try open(address.replacing("words_", with: "others_")) } == "S123")
    }

    @Test func whatIsAnothersIsLeftAlone() throws {
        let cluster = try PostgresCluster.shared()
        let foreign = try cluster.address()
        try cluster.run("CREATE SCHEMA rapporteur_library", at: foreign)
        #expect(Self.code { _ = try open(foreign) } == "S125")
        try cluster.run("CREATE TABLE rapporteur_library.text_index (other TEXT)", at: foreign)
        #expect(Self.code { _ = try open(foreign) } == "S125")
        let ours = try cluster.address()
        try open(ours).put(TextPile.text(0, body: "A lamp."))
        #expect(Self.code { _ = try open(ours, of: TextPile.record(7)) } == "S125")
        #expect(try count(open(ours), "lamp") == 1)
        try cluster.run("UPDATE rapporteur_library.text_index SET version = 2", at: ours)
        #expect(Self.code { _ = try open(ours) } == "S126")
    }

    @Test func aDatabaseInAnotherEncodingIsRefused() throws {
        let cluster = try PostgresCluster.shared()
        let address = try cluster.address()
        let name = "latin_\(address.split(separator: "?")[0].split(separator: "_").last ?? "")"
        try cluster.run("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'LATIN1'", at: address)
        let other = "postgresql:///\(name)?" + address.split(separator: "?")[1]
        #expect(Self.code { _ = try open(other) } == "S125")
    }

    @Test func aMissingRightIsSaid() throws {
        let cluster = try PostgresCluster.shared()
        let address = try cluster.address()
        let guest = "guest_\(address.split(separator: "?")[0].split(separator: "_").last ?? "")"
        try cluster.run("CREATE ROLE \(guest) LOGIN", at: address)
        let asGuest = address.replacing("user=rapporteur", with: "user=\(guest)")
        #expect(Self.code { _ = try open(asGuest) } == "S124")
        try open(address).put(TextPile.text(0, body: "A lamp."))
        #expect(Self.code { _ = try open(asGuest) } == "S124")
        try cluster.run(
            "GRANT USAGE ON SCHEMA rapporteur_library TO \(guest); "
                + "GRANT SELECT ON ALL TABLES IN SCHEMA rapporteur_library TO \(guest)", at: address)
        let reader = try open(asGuest)
        #expect(try count(reader, "lamp") == 1)
        #expect(try Self.code { try reader.put(TextPile.text(1, body: "More.")) } == "S124")
    }

    @Test func aServerThatGoesAwayIsFoundAgain() throws {
        let cluster = try PostgresCluster()
        let index = try open(cluster.address())
        try index.put(TextPile.text(0, body: "A lamp."))
        try cluster.order("stop")
        #expect(Self.code { _ = try count(index, "lamp") } == "S123")
        #expect(Self.code { _ = try count(index, "lamp") } == "S123")
        try cluster.order("start")
        let begun = ContinuousClock.now
        while ContinuousClock.now - begun < .seconds(10), (try? count(index, "lamp")) == nil {}
        #expect(try count(index, "lamp") == 1)
    }

    @Test func whatIsLostIsMissedAtOnceAndMadeAgain() throws {
        let cluster = try PostgresCluster.shared()
        let address = try cluster.address()
        let index = try open(address)
        try index.put(TextPile.text(0, body: "A lamp."))
        try cluster.run("DROP SCHEMA rapporteur_library CASCADE", at: address)
        #expect(Self.code { _ = try count(index, "lamp") } == "S123")
        #expect(try index.editions().isEmpty)
        try index.put(TextPile.text(0, body: "A lamp."))
        #expect(try count(index, "lamp") == 1)
    }

    @Test func ofAWriteThatFailsNothingStays() throws {
        let cluster = try PostgresCluster.shared()
        let address = try cluster.address()
        let index = try open(address)
        try index.put(TextPile.text(0, body: "A lamp."))
        try cluster.run("ALTER TABLE rapporteur_library.text_word ADD CHECK (stretch < 1)", at: address)
        let long = (0..<20_000).map { "word\($0)" }.joined(separator: " ")
        #expect(try Self.code { try index.put(TextPile.text(0, body: long)) } == "S127")
        #expect(try count(index, "lamp") == 1 && count(index, "word7") == 0)
    }

    @Test func manyThreadsShareAFewConnections() async throws {
        let index = try open(PostgresCluster.shared().address())
        try index.put(TextPile.text(0, body: "A lamp."))
        let counts = await withTaskGroup(of: Int?.self) { group in
            for place in 1...40 {
                group.addTask {
                    try? index.put(TextPile.text(place, body: "Lamps of \(place)."))
                    return try? index.find(TextQuery([["lamp"]], within: nil, [.public], limit: 5)).total
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts.allSatisfy { ($0 ?? 0) > 0 })
        #expect(try count(index, "lamp") == 41)
    }
}
