import Tables

/// All cells of a table, margins included, numbered: digit 0 of a dimension is the total over it, digit k + 1 its
/// category k. The last dimension turns fastest, so totals come before parts.
struct CellGrid: Sendable {
    let dimensions: [Dimension]
    /// Categories and one for the total.
    let extents: [Int]
    let strides: [Int]
    let count: Int
    /// By dimension and digit: the digits of its parts, empty for a leaf.
    let parts: [[[Int]]]
    /// By dimension and digit: itself and every broader digit, the total last.
    let chains: [[[Int]]]

    /// Nil where parents turn in a circle or are not among the categories, or where there are more than 2^31 cells.
    init?(_ dimensions: [Dimension]) {
        var strides = [Int](repeating: 1, count: dimensions.count)
        var count = 1
        for place in dimensions.indices.reversed() {
            strides[place] = count
            count *= dimensions[place].categories.count + 1
            guard count < 1 << 31 else { return nil }
        }
        var parts: [[[Int]]] = []
        var chains: [[[Int]]] = []
        for dimension in dimensions {
            let categories = dimension.categories
            var partsOfDigit = [[Int]](repeating: [], count: categories.count + 1)
            var chainOfDigit: [[Int]] = [[0]]
            for (place, category) in categories.enumerated() {
                guard category.parent.map(categories.indices.contains) ?? true else { return nil }
                partsOfDigit[(category.parent ?? -1) + 1].append(place + 1)
                var chain = [place + 1]
                var above = category.parent
                while let next = above {
                    guard chain.count <= categories.count else { return nil }
                    chain.append(next + 1)
                    above = categories[next].parent
                }
                chainOfDigit.append(chain + [0])
            }
            parts.append(partsOfDigit)
            chains.append(chainOfDigit)
        }
        self.dimensions = dimensions
        extents = dimensions.map { $0.categories.count + 1 }
        self.strides = strides
        self.count = count
        self.parts = parts
        self.chains = chains
    }

    func digit(of cell: Int, in dimension: Int) -> Int { cell / strides[dimension] % extents[dimension] }

    /// Place of the category in each dimension, nil for the total over it.
    func coordinates(of cell: Int) -> [Int?] {
        dimensions.indices.map { dimension in
            let digit = digit(of: cell, in: dimension)
            return digit == 0 ? nil : digit - 1
        }
    }

    /// Nil where a place is outside of its dimension.
    func cell(at coordinates: [Int?]) -> Int? {
        guard coordinates.count == dimensions.count else { return nil }
        var cell = 0
        for (dimension, place) in coordinates.enumerated() {
            let digit = (place ?? -1) + 1
            guard digit >= 0, digit < extents[dimension] else { return nil }
            cell += digit * strides[dimension]
        }
        return cell
    }

    /// A leaf and every margin that it counts in.
    func forEachMargin(of digits: [Int], _ body: (Int) -> Void) {
        func turn(_ dimension: Int, _ cell: Int) {
            guard dimension < dimensions.count else { return body(cell) }
            for digit in chains[dimension][digits[dimension]] { turn(dimension + 1, cell + digit * strides[dimension]) }
        }
        turn(0, 0)
    }

    /// `sex=female, age=child`; `total` where every dimension is summed over.
    func name(of cell: Int) -> String {
        let named = coordinates(of: cell).enumerated().compactMap { dimension, place in
            place.map { "\(dimensions[dimension].name)=\(dimensions[dimension].categories[$0].code)" }
        }
        return named.isEmpty ? "total" : named.joined(separator: ", ")
    }
}
