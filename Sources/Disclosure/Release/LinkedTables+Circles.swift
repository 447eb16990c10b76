import Tables
import Vocabulary

extension LinkedTables {
    /// Larger tables behind a circle are not reckoned with, and so refused.
    private static let innerCellsAtMost = 20_000

    private struct Kind: Hashable {
        let unit: CountingUnit
        let rule: String
        let period: Period?
    }

    /// Adds the cells that no table shows, where tables of the set overlap in a circle.
    ///
    /// - Throws: ``DisclosureFailure/circleTooLarge(dimensions:)``: what is not attacked is not let out.
    mutating func addInnerCells() throws(DisclosureFailure) {
        var groups: [Kind: [CountTable]] = [:]
        var order: [Kind] = []
        for table in tables.map(\.table) {
            let kind = Kind(unit: table.unit, rule: table.provenance.rule, period: table.period)
            if groups[kind] == nil { order.append(kind) }
            groups[kind, default: []].append(table)
        }
        for kind in order {
            let group = groups[kind, default: []]
            let names = TableCircle(group.map { Set($0.dimensions.map(\.name)) }).dimensions
            let dimensions = names.compactMap { name in
                LinkedTables.merged(group.flatMap { $0.dimensions.filter { $0.name == name } })
            }
            guard let first = group.first, !names.isEmpty else { continue }
            guard dimensions.count == names.count, let grid = CellGrid(dimensions),
                grid.count <= Self.innerCellsAtMost
            else { throw .circleTooLarge(dimensions: names) }
            addInner(like: first, dimensions, grid)
        }
    }

    /// All categories of a dimension of several tables, each below its own whole.
    private static func merged(_ dimensions: [Dimension]) -> Dimension? {
        guard let first = dimensions.first else { return nil }
        var codes: [String] = []
        var wholes: [String: String] = [:]
        for dimension in dimensions {
            for category in dimension.categories {
                if !codes.contains(category.code) { codes.append(category.code) }
                if let parent = category.parent { wholes[category.code] = dimension.categories[parent].code }
            }
        }
        return Dimension(
            name: first.name, codeList: first.codeList,
            categories: codes.map { code in
                Dimension.Category(code: code, parent: wholes[code].flatMap { codes.firstIndex(of: $0) })
            }, addsUp: dimensions.allSatisfy(\.addsUp))
    }
}
