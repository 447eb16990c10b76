import Foundation
import NumericMethods

@testable import Linkage

/// The codes of an agency and the list of a population that somebody has who wants to know who is behind them.
struct AttackedCodes {
    /// Likeness of every two records of the list, as the attacker makes it with a key of his own.
    let knownLikeness: [[Double]]
    /// Likeness of every two codes.
    let hiddenLikeness: [[Double]]
    /// The bits or keys of every record of the list, and the bits or tags of every code.
    let knownParts: [[Int]]
    let hiddenParts: [[Int]]
    /// Of each code, the places in the list that are its person.
    private let truth: [Set<Int>]

    /// The share of codes whose person was named, of those whose person is in the list.
    func recovered(_ guesses: [Int]) -> Double {
        let possible = truth.indices.filter { !truth[$0].isEmpty }
        guard !possible.isEmpty else { return 0 }
        return Double(possible.count { truth[$0].contains(guesses[$0]) }) / Double(possible.count)
    }

    /// Filters of a linkage schema.
    ///
    /// - Parameters:
    ///   - list: What the attacker has, and `hidden` what was encoded; the first text of a row names the person, the others
    ///     are given and family name and date of birth.
    init(
        filtersOf hidden: [[String]], list: [[String]],
        hardening: FilterHardening = .init(saltColumn: nil, isBalanced: false)
    ) throws {
        func filters(_ rows: [[String]], _ secret: String) throws -> [BitFilter] {
            var encoder = HardenedEncoder(
                try FilterSchema(json: Data(AttackedCodes.schema.utf8)), secret: Array(secret.utf8),
                hardening: hardening)
            return try rows.map { row in
                try encoder.filter(
                    Array(row[1...3]), salt: hardening.saltColumn == nil ? nil : String(row[3].prefix(4)), row: 1)
            }
        }
        let (known, codes) = (try filters(list, "a guess"), try filters(hidden, "the key"))
        func likeness(_ filters: [BitFilter]) -> [[Double]] {
            filters.map { one in filters.map { one.dice($0) } }
        }
        func parts(_ filters: [BitFilter]) -> [[Int]] {
            filters.map { filter in (0..<filter.length).filter { filter[$0] } }
        }
        knownLikeness = likeness(known)
        hiddenLikeness = likeness(codes)
        knownParts = parts(known)
        hiddenParts = parts(codes)
        truth = AttackedCodes.truth(hidden, list)
    }

    /// Tags of match keys.
    init(tagsOf hidden: [[String]], list: [[String]], seed: UInt64) throws {
        let terms = try TwoAgencies.terms()
        let made = try Self.packet(hidden, RunKey(.shared, terms: terms), seed: seed)
        let inOrder = made.order.map { hidden[$0] }
        hiddenParts = Self.tags(made.packet)
        hiddenLikeness = Self.likeness(hiddenParts)
        // In the clear the attacker sees all keys of the list, repeated ones too.
        let table = try TwoAgencies.table(list.map { [$0[0]] + $0[1...3] + ["", ""] })
        let plan = KeyPlan(KeyField.fields(of: table))
        knownParts = (0..<table.count).map { record in
            plan.texts(of: record, in: table).compactMap { $0.map { Int(truncatingIfNeeded: KeySlot.hash($0)) } }
        }
        knownLikeness = Self.likeness(knownParts)
        truth = AttackedCodes.truth(inOrder, list)
    }

    static func packet(_ rows: [[String]], _ key: RunKey, seed: UInt64) throws -> PacketMaker.Made {
        var generator = SeededGenerator(seed: seed)
        let table = try TwoAgencies.table(rows.map { [$0[0]] + $0[1...3] + ["", ""] })
        return try PacketMaker(key, agency: "agency").packet(
            of: MatchKeys(table, persons: Array(0..<table.count)), using: &generator)
    }

    private static func tags(_ packet: CodePacket) -> [[Int]] {
        let slots = packet.header.slots
        return packet.codes.withUnsafeBytes { bytes in
            (0..<packet.header.records).map { record in
                (0..<slots).map {
                    Int(
                        truncatingIfNeeded: bytes.loadUnaligned(
                            fromByteOffset: (record * slots + $0) * Tags.width, as: UInt64.self))
                }
            }
        }
    }

    private static func likeness(_ parts: [[Int]]) -> [[Double]] {
        let sets = parts.map { Set($0) }
        return sets.map { one in
            sets.map { other in
                let all = one.count + other.count
                return all > 0 ? 2 * Double(one.intersection(other).count) / Double(all) : 0
            }
        }
    }

    private static func truth(_ hidden: [[String]], _ list: [[String]]) -> [Set<Int>] {
        let places = Dictionary(grouping: list.indices) { list[$0][0] }
        return hidden.map { Set(places[$0[0]] ?? []) }
    }

    private static let schema = """
        {"version":3,"clkConfig":{"l":1024,"kdf":{"type":"HKDF"}},"features":[
        {"identifier":"given","format":{"type":"string"},"hashing":{"comparison":{"type":"ngram","n":2},
        "strategy":{"bitsPerFeature":200}}},
        {"identifier":"family","format":{"type":"string"},"hashing":{"comparison":{"type":"ngram","n":2},
        "strategy":{"bitsPerFeature":200}}},
        {"identifier":"born","format":{"type":"string"},"hashing":{"comparison":{"type":"ngram","n":1,"positional":true},
        "strategy":{"bitsPerFeature":200}}}]}
        """
}
