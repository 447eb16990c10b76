package import Disclosure
import Tables
import Vocabulary

/// A released table asked by the names and codes that stand in addresses and files.
package struct TableReader: Sendable {
    package let table: ReleasedTable

    package init(_ table: ReleasedTable) { self.table = table }

    /// What the table says where the named dimensions have these codes and all others their total.
    /// Nil for a dimension or code that the table has not.
    package func outcome(where codes: [String: String]) -> ReleasedTable.Outcome? {
        coordinates(where: codes).flatMap { table.outcome(at: $0) }
    }

    /// The place that codes by dimension name; nil for a dimension or code that the table has not.
    package func coordinates(where codes: [String: String]) -> [Int?]? {
        var coordinates = [Int?](repeating: nil, count: table.dimensions.count)
        for (name, code) in codes {
            guard let dimension = table.dimensions.firstIndex(where: { $0.name == name }),
                let place = table.dimensions[dimension].place(of: code)
            else { return nil }
            coordinates[dimension] = place
        }
        return coordinates
    }

    /// Place of the dimension along which a trend can be drawn.
    package var timeDimension: Int? { table.dimensions.firstIndex(where: \.isTime) }

    /// For each dimension over which figures do not add up, the category that stands for it where none is chosen: the
    /// latest period, else the last category. Its total is not a figure.
    package var standing: [String: String] {
        var codes: [String: String] = [:]
        for dimension in table.dimensions where !dimension.addsUp {
            codes[dimension.name] =
                (dimension.categories.last { Period($0.code) != nil } ?? dimension.categories.last)?.code
        }
        return codes
    }
}

extension ReleasedTable {
    /// The indicator that it counts: its name up to `-by-`.
    var indicator: String { name.firstRange(of: "-by-").map { String(name[..<$0.lowerBound]) } ?? name }

    /// The cells that are figures: without totals over what does not add up.
    var figures: [Cell] {
        cells.filter { cell in
            zip(cell.coordinates, dimensions).allSatisfy { place, dimension in place != nil || dimension.addsUp }
        }
    }
}
