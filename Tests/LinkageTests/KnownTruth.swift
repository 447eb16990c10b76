import Foundation
import TestKit
import Testing

@testable import Linkage

/// A set of records whose truth others published, read from beside the checkout.
struct KnownTruth: CustomTestStringConvertible {
    let name: String
    let files: [String]
    let key: String
    let roles: String
    /// The pairwise F1 that must be reached at the default threshold.
    let leastF1: Double

    var testDescription: String { name }
    var isHere: Bool { files.allSatisfy { Repository.shared("linkage/\($0)") != nil } }

    private static let febrlRoles =
        "given=given_name,family=surname,birth=date_of_birth,postcode=postcode,place=suburb,place=state,"
        + "address=street_number,address=address_1,address=address_2,document=soc_sec_id"

    static let all = [
        KnownTruth(name: "febrl1", files: ["febrl1.csv"], key: "cluster", roles: febrlRoles, leastF1: 0.9995),
        KnownTruth(name: "febrl2", files: ["febrl2.csv"], key: "cluster", roles: febrlRoles, leastF1: 0.9965),
        KnownTruth(name: "febrl3", files: ["febrl3.csv"], key: "cluster", roles: febrlRoles, leastF1: 0.9955),
        KnownTruth(
            name: "fake_1000", files: ["fake_1000.csv"], key: "cluster",
            roles: "given=first_name,family=surname,birth=dob,place=city,other=email", leastF1: 0.76),
        KnownTruth(
            name: "rldata500", files: ["rldata500.csv"], key: "ent_id",
            roles:
                "given=fname_c1,given=fname_c2,family=lname_c1,family=lname_c2,birth-year=by,birth-month=bm,birth-day=bd",
            leastF1: 0.98),
        KnownTruth(
            name: "anonlink_mp", files: ["anonlink_mp1.csv", "anonlink_mp2.csv"], key: "id",
            roles: "given=givenname,family=surname,birth=dob,sex=gender,place=city,other=income,phone=phone number",
            leastF1: 0.917),
        KnownTruth(
            name: "clkhash_dirty", files: ["clkhash_dirty_1.csv", "clkhash_dirty_2.csv"], key: "rec_id",
            roles: febrlRoles + ",phone=phone_number", leastF1: 0.9),
    ]

    /// The records of all files, and the key of each.
    func table() throws -> (RecordTable, keys: [String]) {
        let files = try files.map(read)
        let first = try #require(files.first)
        var builder = try TableBuilder(
            ColumnRoles(parsing: roles), header: first.header,
            samples: Array(first.rows.prefix(TableBuilder.sampleRows)))
        var keys: [String] = []
        for file in files {
            try builder.beginSource(header: file.header)
            let place = try #require(file.header.firstIndex(of: key))
            for row in file.rows {
                builder.append { $0 < row.count ? row[$0] : "" }
                keys.append(row[place])
            }
        }
        return (try builder.finish(), keys)
    }

    /// Pairs of one key: across files where there are several.
    func truePairs(_ keys: [String], _ table: RecordTable) -> Int {
        Dictionary(grouping: keys.indices) { keys[$0] }.values.reduce(0) { sum, records in
            let all = records.count * (records.count - 1) / 2
            guard files.count > 1 else { return sum + all }
            let within = Dictionary(grouping: records) { table.source[$0] }.values
            return sum + within.reduce(all) { $0 - $1.count * ($1.count - 1) / 2 }
        }
    }

    private func read(_ file: String) throws -> (header: [String], rows: [[String]]) {
        let url = try #require(Repository.shared("linkage/\(file)"))
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map { cell in
                String(cell.filter { $0 != "\r" && $0 != "\"" })
            }
        }
        return (lines[0], Array(lines.dropFirst()))
    }
}
