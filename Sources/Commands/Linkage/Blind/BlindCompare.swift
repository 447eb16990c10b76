import ArgumentParser
import Foundation
import Linkage
import Mechanisms

struct BlindCompare: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Find the persons whom two or more packets of codes have in common.",
        discussion: """
            The result is counts of persons in common and, with --out, pairs of tokens. Where a group of persons in common \
            is smaller than --least, counts are all that is told.
            """)
    static let rule = CommandRule.files
    static let output = CommandOutput.ownFiles

    @Argument(help: "The packets of codes, two or more.")
    var codes: [String]

    @Option(
        help: "The probability (keys, default 0.5) or Dice coefficient (filters, default 0.8) to count as one person.")
    var threshold: Double?

    @Option(help: "The cards of the agencies, in the order of the packets: each must be signed by it.")
    var from: [String] = []

    @Flag(name: .customLong("many-to-many"), help: "The same person may be several times in one packet.")
    var isManyToMany = false

    @Option(help: "The least persons that a group may have to be told.")
    var least = 10

    @Option(help: "The file of pairs of tokens to write, CSV.")
    var out: String?

    @Option(help: "How the counts are written.")
    var format: OutputFormat = .text

    func validate() throws {
        if codes.count < 2 { throw ValidationError("Give two packets of codes or more.") }
        if let threshold, !(0.0001...1).contains(threshold) {
            throw ValidationError("The threshold is between 0.0001 and 1.")
        }
        if least < 3 { throw ValidationError("A group of fewer than 3 persons is never told.") }
        if !from.isEmpty, from.count != codes.count { throw ValidationError("Give a card for each packet, or none.") }
    }

    func run() throws {
        let packets = try codes.enumerated().map { place, file in
            try CodePacket(
                file: BlindFiles.read(file), from: from.isEmpty ? nil : BlindFiles.card(from[place]))
        }
        if from.isEmpty { BlindFiles.talk("No cards were given: nobody vouches for where the packets come from.") }
        let result = try BlindMatch(packets, threshold: threshold, isOneToOne: !isManyToMany).result()
        let mayTell = result.mayTellPairs(least: least)
        if let out {
            if mayTell {
                try BlindReport.writePairs(result, kind: packets[0].header.kind, to: out)
            } else {
                BlindFiles.talk("A group has fewer than \(least) persons: no pairs are told, and no file is written.")
            }
        }
        print(BlindReport(headers: packets.map(\.header), result: result, least: least).text(as: format))
    }
}
