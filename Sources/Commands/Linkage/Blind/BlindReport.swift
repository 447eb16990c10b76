import Foundation
import Linkage
import Mechanisms

/// What a blind comparison tells.
struct BlindReport {
    let headers: [PacketHeader]
    let result: BlindResult
    let least: Int

    static let pairColumns = ["token_1", "token_2", "packet_1", "packet_2", "value", "person"]

    static func writePairs(_ result: BlindResult, kind: PacketHeader.Kind, to place: String) throws {
        var text = CSVText.line(pairColumns) + "\n"
        for line in result.lines {
            text +=
                CSVText.line([
                    line.firstToken, line.secondToken, String(line.firstPacket + 1), String(line.secondPacket + 1),
                    line.value.map { LinkOutput.rounded($0, 4) } ?? "", String(line.person),
                ]) + "\n"
        }
        try LinkOutput.write(text, to: place)
    }

    func text(as format: OutputFormat) -> String {
        switch format {
        case .json: json.text(indent: 2)
        case .csv:
            (["agencies,persons"]
                + overlaps.map { CSVText.line([$0.names.joined(separator: " + "), $0.persons]) })
                .joined(separator: "\n")
        case .text: plain
        }
    }

    private var overlaps: [(names: [String], persons: String)] {
        result.overlaps(least: least).map { overlap in
            (overlap.packets.map { headers[$0].agency }, overlap.persons.map(String.init) ?? "<\(least)")
        }
    }

    private var plain: String {
        var lines = headers.map { "\($0.agency): \($0.records) records, \($0.persons) persons." }
        for overlap in overlaps {
            lines.append("Known to \(overlap.names.joined(separator: " and ")): \(overlap.persons) persons.")
        }
        if overlaps.isEmpty { lines.append("Nobody was found in two packets.") }
        lines.append("Counts are rounded to \(BlindResult.step).")
        return lines.joined(separator: "\n")
    }

    private var json: JSON {
        let packets = headers.map { header -> JSON in
            .members([
                "agency": .text(header.agency), "records": .number(header.records), "persons": .number(header.persons),
            ])
        }
        let told = result.overlaps(least: least).map { overlap -> JSON in
            .members([
                "agencies": .array(overlap.packets.map { .text(headers[$0].agency) }),
                "persons": overlap.persons.map { .number($0) } ?? .null,
            ])
        }
        let mayTell = result.mayTellPairs(least: least)
        return .members([
            "packets": .array(packets), "overlaps": .array(told), "roundedTo": .number(BlindResult.step),
            "least": .number(least), "pairsTold": .boolean(mayTell),
            "terms": .members([
                "project": .text(headers[0].terms.project), "legalBasis": .text(headers[0].terms.legalBasis),
                "consent": .text(headers[0].terms.consent), "purpose": .text(headers[0].terms.purpose),
            ]),
        ])
    }
}
