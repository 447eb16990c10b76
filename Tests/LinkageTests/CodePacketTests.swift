import NumericMethods
import Testing

@testable import Linkage

/// Two agencies with invented persons, some known to both.
struct TwoAgencies {
    static let terms = (project: "trial", legalBasis: "a law", consent: "given", purpose: "counting")
    let first: RecordTable
    let second: RecordTable
    /// Of each record, the person.
    let keys: [[String]]

    /// - Parameter count: Persons; two thirds are known to the first agency, two thirds to the second.
    init(_ count: Int, seed: UInt64) throws {
        let rows = InventedPersons(count, twice: 2, seed: seed).rows
        var seen: Set<String> = []
        var halves: [[[String]]] = [[], []]
        for row in rows {
            if seen.insert(row[0]).inserted {
                halves[0].append(row)
            } else {
                halves[1].append(row)
            }
        }
        for row in InventedPersons(count / 2, twice: count, seed: seed &+ 1).rows {
            halves[1].append(["other \(row[0])"] + row.dropFirst())
        }
        first = try TwoAgencies.table(halves[0])
        second = try TwoAgencies.table(halves[1])
        keys = halves.map { $0.map { $0[0] } }
    }

    static func table(_ rows: [[String]]) throws -> RecordTable {
        var builder = try TableBuilder(
            ColumnRoles(parsing: "given=given,family=family,birth=born"), header: InventedPersons.header,
            samples: Array(rows.prefix(100)))
        try builder.beginSource(header: InventedPersons.header)
        for row in rows { builder.append { $0 < row.count ? row[$0] : "" } }
        return try builder.finish()
    }

    static func terms(_ project: String = "trial") throws -> Terms {
        try Terms(project: project, legalBasis: "a law", consent: "given", purpose: "counting")
    }

    /// The packets of both under keys of theirs.
    func packets(_ one: RunKey, _ other: RunKey, seed: UInt64 = 9) throws -> [PacketMaker.Made] {
        var generator = SeededGenerator(seed: seed)
        return try [(first, one), (second, other)].map { table, key in
            try PacketMaker(key, agency: "agency").packet(
                of: MatchKeys(table, persons: Array(0..<table.count)), using: &generator)
        }
    }

    /// Pairs found, and how many of them are right.
    func score(_ result: BlindResult, _ made: [PacketMaker.Made]) -> (found: Int, right: Int) {
        let persons = made.enumerated().map { agency, made in
            Dictionary(
                uniqueKeysWithValues: made.order.enumerated().map {
                    (made.packet.token($0.offset), keys[agency][$0.element])
                })
        }
        let lines = result.lines
        return (lines.count, lines.count { persons[0][$0.firstToken] == persons[1][$0.secondToken] })
    }

    var truePairs: Int { Set(keys[0]).intersection(keys[1]).count }
}

@Suite struct CodePacketTests {
    @Test func personsKnownToBothAreFoundByTagsAlone() throws {
        let agencies = try TwoAgencies(300, seed: 3)
        let key = try RunKey(.shared, terms: TwoAgencies.terms())
        let made = try agencies.packets(key, key)
        let score = agencies.score(try BlindMatch(made.map(\.packet)).result(), made)
        #expect(score.found == score.right)
        #expect(Double(score.right) >= 0.95 * Double(agencies.truePairs))
    }

    @Test func anExchangeFindsWhatASharedKeyFinds() throws {
        let agencies = try TwoAgencies(24, seed: 4)
        let shared = try RunKey(.shared, terms: TwoAgencies.terms())
        let byShared = try agencies.packets(shared, shared)
        let own = try RunKey(.exchange, terms: TwoAgencies.terms(), parties: 2)
        let other = try RunKey(.exchange, terms: TwoAgencies.terms(), parties: 2)
        let made = try agencies.packets(own, other)
        let waiting = #expect(throws: LinkageFailure.self) { try BlindMatch(made.map(\.packet)) }
        #expect(waiting?.code == "Q207")
        let raised = [try made[0].packet.raised(by: other), try made[1].packet.raised(by: own)]
        let expected = agencies.score(try BlindMatch(byShared.map(\.packet)).result(), byShared)
        let score = agencies.score(try BlindMatch(raised).result(), made)
        #expect(score.found == expected.found && score.right == expected.right)
        #expect(score.right > 0)
    }

    @Test func noTagOccursTwiceAndAllRecordsHaveTheSameNumber() throws {
        let agencies = try TwoAgencies(200, seed: 5)
        let key = try RunKey(.shared, terms: TwoAgencies.terms())
        let packet = try agencies.packets(key, key)[0].packet
        let tags = SortedTags(packet).entries.map(\.tag)
        #expect(tags.count == packet.header.records * packet.header.slots)
        #expect(Set(tags).count == tags.count)
    }

    @Test func aPacketIsReadAsItWasWritten() throws {
        let (packet, agency) = try Self.signed()
        let read = try CodePacket(file: packet.file(signedBy: agency), from: agency.card)
        #expect(read.codes == packet.codes && read.tokens == packet.tokens)
        #expect(read.header.terms == packet.header.terms && read.header.isSigned)
    }

    @Test(arguments: [0, 30, 60, 400, 5000])
    func aPacketThatWasChangedIsRefused(place: Int) throws {
        let (packet, agency) = try Self.signed()
        var bytes = try packet.file(signedBy: agency)
        bytes[place] ^= 1
        let failure = #expect(throws: LinkageFailure.self) { try CodePacket(file: bytes) }
        #expect(failure?.code == "Q206")
    }

    @Test(arguments: [1, 40, 100, 5000])
    func aPacketThatWasCutIsRefused(bytes: Int) throws {
        let (packet, agency) = try Self.signed()
        let file = try packet.file(signedBy: agency)
        let failure = #expect(throws: LinkageFailure.self) { try CodePacket(file: Array(file.dropLast(bytes))) }
        #expect(failure?.code == "Q206")
    }

    @Test func aPacketOfSomebodyElseIsRefused() throws {
        let (packet, agency) = try Self.signed()
        let file = try packet.file(signedBy: agency)
        #expect(throws: LinkageFailure.self) { try CodePacket(file: file, from: AgencyKey(name: "agency").card) }
        let unsigned = try packet.file(signedBy: nil)
        #expect(throws: LinkageFailure.self) { try CodePacket(file: unsigned, from: agency.card) }
    }

    @Test func packetsOfTwoKeysRoundsOrProjectsAreNotCompared() throws {
        let agencies = try TwoAgencies(20, seed: 6)
        let key = try RunKey(.shared, terms: TwoAgencies.terms())
        let others = [
            try RunKey(.shared, terms: TwoAgencies.terms()), key.rotated(),
            try RunKey(.shared, terms: TwoAgencies.terms("another")),
        ]
        for other in others {
            let packets = try agencies.packets(key, other).map(\.packet)
            let failure = #expect(throws: LinkageFailure.self) { try BlindMatch(packets) }
            #expect(failure?.code == "Q207")
        }
    }

    @Test func aGroupBelowTheThresholdIsToldAsACountOnly() throws {
        let agencies = try TwoAgencies(24, seed: 7)
        let key = try RunKey(.shared, terms: TwoAgencies.terms())
        let made = try agencies.packets(key, key)
        let result = try BlindMatch(made.map(\.packet)).result()
        let count = result.lines.count
        #expect(count > 3)
        #expect(result.mayTellPairs(least: count) && !result.mayTellPairs(least: count + 1))
        #expect(result.overlaps(least: count + 1).map(\.persons) == [nil])
        #expect(result.overlaps(least: count).allSatisfy { ($0.persons ?? 1) % BlindResult.step == 0 })
    }

    /// Issue 5, one block of Marias: nobody of a file of equal records can be found, and it costs no more than another.
    @Test func personsWithoutAKeyOfTheirOwnAreToldAndFoundByNobody() throws {
        let row = InventedPersons(1, twice: 2, seed: 12).rows[0]
        let marias = try TwoAgencies.table([[String]](repeating: row, count: 700))
        let keys = try MatchKeys(marias, persons: Array(0..<700))
        #expect(keys.unfindable == 700 && keys.chance.counts.isEmpty)
        let key = try RunKey(.shared, terms: TwoAgencies.terms())
        var generator = SeededGenerator(seed: 12)
        let packets = try (0..<2).map { _ in
            try PacketMaker(key, agency: "a").packet(of: keys, using: &generator).packet
        }
        #expect(try BlindMatch(packets).result().lines.isEmpty)
        let others = InventedPersons(50, seed: 3).rows
        let known = try MatchKeys(TwoAgencies.table(others), persons: others.map { Int($0[0]) ?? 0 })
        #expect(known.unfindable == 0)
    }

    /// A packet that keeps to no protocol: every tag the same. All pairs of 100 records would be alike in everything.
    @Test func tagsThatStandTwiceInAPacketAreNobodys() throws {
        let agencies = try TwoAgencies(30, seed: 13)
        let key = try RunKey(.shared, terms: TwoAgencies.terms())
        var packet = try agencies.packets(key, key)[0].packet
        packet.codes = [UInt8](repeating: 7, count: packet.codes.count)
        #expect(try BlindMatch([packet, packet]).result().lines.isEmpty)
    }

    /// Parts of the tags one after the other give what all at once give; so do parts of the keys.
    @Test(arguments: [50, 400, 5000]) func partsGiveWhatTheWholeGives(held: Int) throws {
        let agencies = try TwoAgencies(40, seed: 14)
        let key = try RunKey(.shared, terms: TwoAgencies.terms())
        let packets = try agencies.packets(key, key).map(\.packet)
        let whole = try BlindMatch(packets).result().lines
        #expect(!whole.isEmpty)
        #expect(try BlindMatch(packets, tagsHeld: held).result().lines == whole)
        let plan = KeyPlan(KeyField.fields(of: agencies.first))
        let hashes = (0..<60 * plan.slots.count).map { mixed(UInt64($0 % 977)) | 1 }
        let persons = (0..<60).map { $0 / 2 }
        let (all, parts) = (
            RepeatedKeys(hashes, plan: plan, persons: persons),
            RepeatedKeys(hashes, plan: plan, persons: persons, held: held)
        )
        #expect(all.single == parts.single && all.chance == parts.chance)
        #expect(all.mostHeld == hashes.count && parts.mostHeld < hashes.count / 2)
    }

    private static func signed() throws -> (CodePacket, AgencyKey) {
        let key = try RunKey(.shared, terms: TwoAgencies.terms())
        return (try TwoAgencies(20, seed: 8).packets(key, key)[0].packet, AgencyKey(name: "agency"))
    }
}
