import Testing
import Foundation
import Tables
import TestKit

@testable import Disclosure

/// Tables over the published referrals of the UK's National Referral Mechanism, where they are at hand.
struct ReferralTables {
    static let file = Repository.shared("nrm_uk/referrals_leaf_2022Q2_2023Q3.csv")

    private let header: [String]
    private let rows: [[String]]

    init() throws {
        let file = try #require(ReferralTables.file)
        let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).map(String.init)
        let split = lines.map(ReferralTables.fields)
        header = split[0]
        rows = Array(split.dropFirst())
    }

    private static func fields(_ line: String) -> [String] {
        var fields: [String] = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields
    }

    /// Sums of the people by the named columns.
    func table(_ name: String, by columns: [String], where isTaken: ([String]) -> Bool = { _ in true }) throws
        -> CountTable
    {
        let places = try columns.map { try #require(header.firstIndex(of: $0)) }
        let people = try #require(header.firstIndex(of: "People"))
        let taken = rows.filter(isTaken)
        let dimensions = zip(columns, places).map { column, place in
            Dimension(
                name: column, categories: Set(taken.map { $0[place] }).sorted().map { Dimension.Category(code: $0) })
        }
        let indices = dimensions.map { dimension in
            Dictionary(uniqueKeysWithValues: dimension.categories.enumerated().map { ($1.code, $0) })
        }
        var counts: [[Int]: Int] = [:]
        for row in taken {
            let coordinates = try zip(places, indices).map { place, index in try #require(index[row[place]]) }
            counts[coordinates, default: 0] += Int(row[people]) ?? 0
        }
        return .counted(name, dimensions, counts)
    }
}
