import Disclosure
import FoundationEssentials
import Tables
import Vocabulary

/// A description of a table's CSV file in the words of CSV on the Web (W3C 2015): columns, types, and what the signs mean.
struct TableMetadata {
    private struct Document: Encodable {
        enum CodingKeys: String, CodingKey {
            case context = "@context"
            case title = "dc:title"
            case modified = "dc:modified"
            case url, notes, tableSchema
        }
        let context = "http://www.w3.org/ns/csvw"
        let url: String
        let title: [String: String]
        let modified: String
        let notes: [String: String]
        let tableSchema: Schema
    }

    private struct Schema: Encodable {
        let columns: [Column]
        let primaryKey: [String]
    }

    private struct Column: Encodable {
        let name: String
        let datatype: String
        let required: Bool
    }

    private let document: Document

    init(_ table: ReleasedTable, release: Int, date: CalendarDate, marking: Marking, texts: [Texts]) {
        let dimensions = table.dimensions.map(\.name)
        let header = TableCSV(table, release: release, marking: marking, texts: texts).header
        document = Document(
            url: "\(table.name).csv",
            title: Dictionary(
                texts.map { ($0.language, $0.title(of: table)) }, uniquingKeysWith: { first, _ in first }),
            modified: date.description,
            notes: [
                "marking": marking.rawValue, "release": String(release), "unit": table.unit.rawValue,
                "countingRule": table.provenance.rule, "ledgerPosition": String(table.provenance.ledgerPosition),
                "ledgerHash": table.provenance.ledgerHash, "threshold": String(table.rule.threshold),
                "zerosProtected": String(table.rule.protectsZeros), "withheld": "c", "notReported": ":",
                "total": TableCSV.total, "organisationsReporting": table.coverage.reporting.joined(separator: "; "),
                "organisationsSilent": table.coverage.silent.joined(separator: "; "),
            ],
            tableSchema: Schema(
                columns: header.map {
                    Column(name: $0, datatype: $0 == "release" ? "integer" : "string", required: $0 != "period")
                },
                primaryKey: dimensions))
    }

    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(document)) + [UInt8(ascii: "\n")]
    }
}
