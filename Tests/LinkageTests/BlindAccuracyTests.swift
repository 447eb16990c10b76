import NumericMethods
import TestKit
import Testing

@testable import Linkage

/// F1 of match keys at the default threshold, on sets whose truth others published.
@Suite struct BlindAccuracyTests {
    /// - Parameter leastF1: What filters of clkhash reach with anonlink's comparison at the best threshold, found with the
    ///   truth, one to one (clkhash 0.18.3, anonlink 0.15.3, bits for each feature chosen with the truth).
    @Test(arguments: [
        (
            "anonlink_mp",
            "given=givenname,family=surname,birth=dob,sex=gender,place=city,other=income,phone=phone number", 0.916
        ),
        ("anonlink_mp", "given=givenname,family=surname,birth=dob,sex=gender,place=city", 0.669),
        (
            "clkhash_dirty", "given=given_name,family=surname,birth=date_of_birth,postcode=postcode,phone=phone_number",
            0.999
        ),
    ])
    func matchKeysReachWhatFiltersReachAtTheirBest(name: String, roles: String, leastF1: Double) throws {
        let set = try #require(KnownTruth.all.first { $0.name == name })
        guard set.isHere else { return }
        let key = try RunKey(.shared, terms: TwoAgencies.terms())
        var generator = SeededGenerator(seed: 1)
        var packets: [CodePacket] = []
        var keyOfToken: [[String: String]] = []
        for file in set.files {
            let one = KnownTruth(name: name, files: [file], key: set.key, roles: roles, leastF1: 0)
            let (table, keys) = try one.table()
            let made = try PacketMaker(key, agency: file).packet(
                of: MatchKeys(table, persons: Array(0..<table.count)), using: &generator)
            packets.append(made.packet)
            keyOfToken.append(
                Dictionary(
                    uniqueKeysWithValues: made.order.enumerated().map {
                        (made.packet.token($0.offset), keys[$0.element])
                    }))
        }
        let truth = Set(keyOfToken[0].values).intersection(keyOfToken[1].values).count
        let lines = try BlindMatch(packets).result().lines
        let right = lines.count { keyOfToken[0][$0.firstToken] == keyOfToken[1][$0.secondToken] }
        let f1 = 2 * Double(right) / Double(lines.count + truth)
        #expect(f1 >= leastF1, "\(right) right of \(lines.count) found, \(truth) true")
    }
}
