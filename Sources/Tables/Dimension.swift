/// One way of breaking a count down: its categories in order, possibly in levels.
///
/// The total over all categories is implied and has no entry here. Leaves (categories that are nobody's parent) are
/// exclusive and complete: every unit counted falls into exactly one, "unknown" being one of them where it can occur.
package struct Dimension: Hashable, Sendable {
    package struct Category: Hashable, Sendable {
        package let code: String
        /// Place of the broader category in `categories`; nil directly below the total.
        package let parent: Int?
        /// Texts by language where the category is not from a code list (an organisation, a period).
        package let labels: [String: String]

        package init(code: String, parent: Int? = nil, labels: [String: String] = [:]) {
            self.code = code
            self.parent = parent
            self.labels = labels
        }
    }

    /// Its code in files and on the command line: `sex`, `registering-organisation`.
    package let name: String
    /// The code list that the codes are from, where there is one.
    package let codeList: String?
    package let categories: [Category]
    /// Whether a sum over it is a figure of the table's unit. Persons counted once a year are not persons when years are
    /// added: such a total is not to be shown, though it may be used to protect.
    package let addsUp: Bool

    package init(name: String, codeList: String? = nil, categories: [Category], addsUp: Bool = true) {
        self.name = name
        self.codeList = codeList
        self.categories = categories
        self.addsUp = addsUp
    }

    /// Places of the categories that have no narrower one.
    package var leaves: [Int] {
        let parents = Set(categories.compactMap(\.parent))
        return categories.indices.filter { !parents.contains($0) }
    }

    /// Place of a category by its code.
    package func place(of code: String) -> Int? { categories.firstIndex { $0.code == code } }
}
