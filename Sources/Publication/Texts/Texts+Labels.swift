package import Disclosure
package import Tables
import Vocabulary

/// Names of dimensions and categories.
extension Texts {
    /// The name of a dimension: `site.dimensions.sex`, else its code with spaces.
    package func name(of dimension: Dimension) -> String {
        text("site.dimensions.\(dimension.name)") ?? dimension.name.replacing("-", with: " ")
    }

    /// The name of a category: its own label, that of its code list, a period written out, else the code. A combination
    /// of codes (`a+b`) has the names of its parts.
    package func name(of category: Dimension.Category, in dimension: Dimension) -> String {
        if let own = category.labels[language] ?? category.labels["en"] { return own }
        if let period = Period(category.code) { return self.period(period) }
        return category.code.split(separator: "+").map { code in
            dimension.codeList.flatMap { label(of: String(code), in: $0) } ?? text("site.categories.\(code)")
                ?? String(code)
        }.joined(separator: " + ")
    }

    /// What is counted, in the plural: `persons`.
    package func name(of unit: CountingUnit) -> String { self["site.units.\(unit.rawValue)"] }

    /// The title of a table: that of its indicator, and what it is broken down by.
    package func title(of table: ReleasedTable) -> String {
        let title = indicatorTitle(of: table)
        if table.dimensions.isEmpty { return title }
        return filled("site.table.title-by", ["title": title, "dimensions": dimensions(of: table)])
    }

    /// `quarter, kind of organisation and sex`.
    func dimensions(of table: ReleasedTable) -> String { list(table.dimensions.map { inSentence(name(of: $0)) }) }

    /// The title of the indicator that a table counts.
    package func indicatorTitle(of table: ReleasedTable) -> String {
        text("site.indicators.\(table.indicator).title") ?? table.indicator.replacing("-", with: " ")
    }

    /// A name as it stands inside a sentence: its first letter small.
    package func inSentence(_ name: String) -> String { name.prefix(1).lowercased() + name.dropFirst() }
}
