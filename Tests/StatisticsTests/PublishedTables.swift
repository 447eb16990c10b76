import Foundation
import TestKit

@testable import Statistics

/// Small tables that were published, so that a fresh clone can try the methods.
enum PublishedTables {
    /// A table under Benchmarks/tables, which says where it was published.
    static func file(_ name: String) throws -> CaptureTable {
        let url = Repository.root.appending(path: "Benchmarks/tables/\(name).csv")
        let rows = String(decoding: try Data(contentsOf: url), as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",").map(String.init) }
        return try CaptureTableReader().read(header: rows.first ?? [], rows: Array(rows.dropFirst())).table()
    }

    /// Ball, Shin, Yang (2018), HRDAG: three lists.
    static func korea() throws -> CaptureTable {
        try CaptureTable(
            lists: ["b", "c", "d"],
            counts: [.b: 5, .c: 5, .d: 41, ListSet([0, 1]): 54, ListSet([0, 2]): 6, ListSet([0, 1, 2]): 12])
    }

    /// Chan, Silverman, Vincent (2021), JASA 116(535), 1297–1306, Table 2: lists A and B share six persons, C none.
    static func artificial() throws -> CaptureTable {
        try CaptureTable(lists: ["A", "B", "C"], counts: [.b: 40, .c: 30, .d: 20, ListSet([0, 1]): 6])
    }
}

extension ListSet {
    static let b = ListSet([0])
    static let c = ListSet([1])
    static let d = ListSet([2])
}
