import Tables

/// From numbered cells to a table.
extension Cube {
    /// The table, without the categories of open breakdowns that hold nothing and on which somebody reported.
    func table(name: String, coverage: CoverageReport, provenance: Provenance) -> CountTable {
        let gaps = coverage.notReported(columns)
        var isKept = columns.map(\.isFixed)
        for (number, _) in found { numbering.decode(number) { isKept[$0][$1] = true } }
        for gap in gaps {
            for (dimension, place) in gap.enumerated() {
                if let place { isKept[dimension][place] = true }
            }
        }
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
                Dimension(
                    name: column.breakdown.rawValue, codeList: column.codeList,
                    categories: zip(column.categories, isKept).filter(\.1).map(\.0))
            },
            cells: found.map { number, count in
                let coordinates = [Int](unsafeUninitializedCapacity: numbering.strides.count) { buffer, filled in
                    numbering.decode(number) { buffer[$0] = places[$0][$1] }
                    filled = numbering.strides.count
                }
                return CountTable.Cell(coordinates: coordinates, count: count)
            },
            notReported: gaps.map { gap in zip(places, gap).map { places, place in place.map { places[$0] } } },
            coverage: coverage.coverage, provenance: provenance, unplaced: unplaced)
    }
}
