import Dispatch
import Tables

/// From numbered cells to a table.
extension Cube {
    /// The table, without the categories of open breakdowns that hold nothing and on which somebody reported.
    func table(name: String, coverage: CoverageReport, provenance: Provenance) -> CountTable {
        let gaps = coverage.notReported(columns)
        let isKept = keptCategories(gaps)
        let places = isKept.map { kept in
            var next = -1
            return kept.map { isKept -> Int in
                if isKept { next += 1 }
                return next
            }
        }
        return CountTable(
            name: name, unit: indicator.unit, period: period,
            dimensions: zip(columns, isKept).map { column, isKept in
                let categories = zip(column.categories, isKept).filter(\.1).map(\.0)
                return Dimension(
                    name: column.breakdown.rawValue, codeList: column.codeList, categories: categories,
                    addsUp: !column.breakdown.isPeriod || addsUp(categories.map(\.code)))
            },
            cells: cells(places),
            notReported: gaps.map { gap in zip(places, gap).map { places, place in place.map { places[$0] } } },
            coverage: coverage.coverage, provenance: provenance, unplaced: unplaced)
    }

    /// By breakdown and category: those of a fixed list, and those that hold something or on which somebody was silent.
    private func keptCategories(_ gaps: [[Int?]]) -> [[Bool]] {
        // All breakdowns in one array: a quarter of a million cells are looked at.
        var offsets: [Int] = [0]
        for column in columns { offsets.append(offsets[offsets.count - 1] + column.categories.count) }
        var isKept = columns.flatMap(\.isFixed)
        isKept.withUnsafeMutableBufferPointer { flags in
            for (number, _) in found { numbering.decode(number) { flags[offsets[$0] + $1] = true } }
        }
        for gap in gaps {
            for (dimension, place) in gap.enumerated() {
                if let place { isKept[offsets[dimension] + place] = true }
            }
        }
        return columns.indices.map { Array(isKept[offsets[$0]..<offsets[$0 + 1]]) }
    }

    /// Whether units counted once in each of some periods are counted once in all of them together.
    private func addsUp(_ periods: [String]) -> Bool {
        switch indicator.once {
        case .record, .overall: true
        // Quarters and months of one year: each person is in one of them.
        case .year: Set(periods.map { $0.prefix(4) }).count <= 1
        case .quarter, .askedPeriod: periods.count <= 1
        }
    }

    /// Below this many cells a second thread costs more than it brings.
    private static let cellsWorthAThread = 1 << 14

    /// The cells by their coordinates among the categories that are kept.
    private func cells(_ places: [[Int]]) -> [CountTable.Cell] {
        [CountTable.Cell](unsafeUninitializedCapacity: found.count) { buffer, filled in
            // Each thread makes its own part of the cells, and the call returns when all are done.
            nonisolated(unsafe) let all = buffer
            let parts = found.count < Cube.cellsWorthAThread ? 1 : 2
            DispatchQueue.concurrentPerform(iterations: parts) { part in
                for place in found.count * part / parts..<found.count * (part + 1) / parts {
                    (all.baseAddress.map { $0 + place })?.initialize(to: cell(found[place], places))
                }
            }
            filled = found.count
        }
    }

    private func cell(_ entry: (number: UInt64, count: Int), _ places: [[Int]]) -> CountTable.Cell {
        let coordinates = [Int](unsafeUninitializedCapacity: places.count) { buffer, filled in
            numbering.decode(entry.number) { buffer[$0] = places[$0][$1] }
            filled = places.count
        }
        return CountTable.Cell(coordinates: coordinates, count: entry.count)
    }
}
