import Foundation
import TestKit

@testable import Statistics

/// The published tables and reference results beside the checkout.
enum ReferenceData {
    static let isThere = Repository.shared("mse") != nil
    static let tables = ["UKdat_5", "UKdat", "NewOrl", "NewOrl_5", "Ned_5", "Artificial_3", "Korea"]

    static func rows(_ file: String) throws -> [[String]] {
        guard let url = Repository.shared("mse/\(file)") else { return [] }
        return String(decoding: try Data(contentsOf: url), as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { line in
                line.split(separator: ",", omittingEmptySubsequences: false).map {
                    String($0.replacing("\"", with: ""))
                }
            }
    }

    /// A file by column name.
    static func records(_ file: String) throws -> [[String: String]] {
        let rows = try rows("reference/\(file).csv")
        guard let header = rows.first else { return [] }
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    static func reported(_ name: String) throws -> ReportedTable {
        let rows = try rows("\(name).csv")
        return try CaptureTableReader().read(header: rows.first ?? [], rows: Array(rows.dropFirst()))
    }

    static func table(_ name: String) throws -> CaptureTable { try reported(name).table() }
}
