import Tables

/// Names in the order in which a reader looks for them.
extension Texts {
    /// Codes of a list in the order of the language's alphabet; then what is no name (`unknown`), as it came.
    package func alphabetical(_ codes: [String], of list: String) -> [String] {
        let ranks = ranks(of: list)
        return codes.enumerated().sorted {
            (ranks[$0.element] ?? .max, $0.offset) < (ranks[$1.element] ?? .max, $1.offset)
        }.map(\.element)
    }

    /// Places of a dimension's categories: countries by their names in the language, others as the table has them.
    func places(of dimension: Dimension) -> [Int] {
        guard dimension.isCountries, let list = dimension.codeList else { return Array(dimension.categories.indices) }
        return alphabetical(dimension.categories.map(\.code), of: list).compactMap(dimension.place(of:))
    }

    /// The lines of a table in that order, the total first.
    func order(of lines: [Crosstab.Line], in dimension: Dimension) -> [Int] {
        guard dimension.isCountries else { return Array(lines.indices) }
        let ranks = Dictionary(uniqueKeysWithValues: places(of: dimension).enumerated().map { ($0.element, $0.offset) })
        func rank(_ line: Crosstab.Line) -> Int { line.place.map { ranks[$0] ?? .max } ?? -1 }
        return lines.indices.sorted { (rank(lines[$0]), $0) < (rank(lines[$1]), $1) }
    }

    private func ranks(of list: String) -> [String: Int] {
        nameOrder.ranks(of: list) {
            let remainder: Set = ["stateless", "other", "unknown"]
            let names = labels(of: list).filter { !remainder.contains($0.code) }
            return Dictionary(
                uniqueKeysWithValues: names.sorted { formats.comesBefore($0.name, $1.name) }.enumerated().map {
                    ($0.element.code, $0.offset)
                })
        }
    }
}
