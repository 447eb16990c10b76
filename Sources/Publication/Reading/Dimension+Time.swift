package import Tables
import Vocabulary

extension Dimension {
    /// Whether its categories are periods, beside those for records whose period is not known: such a dimension runs along
    /// the axis of a trend.
    package var isTime: Bool {
        let others: Set = ["unknown", "not-reported"]
        return categories.contains { Period($0.code) != nil }
            && categories.allSatisfy { Period($0.code) != nil || others.contains($0.code) }
    }

    /// Whether its categories are countries: such a dimension can be drawn as a map.
    package var isCountries: Bool { codeList == "countries" }

    /// How many broader categories stand above the one at `place`.
    package func depth(of place: Int) -> Int {
        var depth = 0
        var parent = categories[place].parent
        while let above = parent, depth < categories.count {
            depth += 1
            parent = categories[above].parent
        }
        return depth
    }
}
