import Tables

/// A breakdown made ready: its categories, and the place of the category for every value of a column.
struct BreakdownColumn {
    let breakdown: Breakdown
    let codeList: String?
    let column: Column
    private(set) var categories: [Dimension.Category] = []
    /// By value of the column.
    private(set) var lookup: [Int] = []
    /// Categories that stay in a table although nothing falls into them: those of a fixed list, periods inside the filter.
    private(set) var isFixed: [Bool] = []
    private var places: [String: Int] = [:]

    /// Codes of categories that come from no list.
    static let notReported = "not-reported"
    static let unlisted = "not-on-list"
    static let unknown = "unknown"
    static let several = "several"

    /// - Parameter values: The column holds values below this.
    init(_ breakdown: Breakdown, column: Column, values: Int, codeList: String? = nil) {
        self.breakdown = breakdown
        self.column = column
        self.codeList = codeList
        lookup = Array(repeating: 0, count: values)
    }

    /// Adds a category, or finds it where it is there already.
    @discardableResult
    mutating func category(_ code: String, labels: [String: String] = [:], isFixed: Bool = false) -> Int {
        if let place = places[code] { return place }
        places[code] = categories.count
        categories.append(Dimension.Category(code: code, labels: labels))
        self.isFixed.append(isFixed)
        return categories.count - 1
    }

    /// Says into which category a value of the column falls.
    mutating func assign(_ value: Int, to place: Int) { lookup[value] = place }
}
