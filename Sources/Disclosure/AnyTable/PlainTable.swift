/// Anybody's table as text: a header, rows, one column of counts; the other columns say what is counted.
package struct PlainTable: Sendable {
    /// Its name in findings and reports: the file's name.
    package let name: String
    package let header: [String]
    /// As long as the header each; rows of another length are findings.
    package let rows: [[String]]

    package init(name: String, header: [String], rows: [[String]]) {
        self.name = name
        self.header = header
        self.rows = rows
    }
}

/// How to read a ``PlainTable``.
package struct PlainLayout: Sendable {
    /// What a combination of codes means that has no row although its totals have one.
    package enum Absence: Sendable {
        /// A zero that was left out.
        case zero
        /// Not known: nobody reported, or it was left out to hide it.
        case unknown
    }

    /// The column of counts.
    package var value: String
    /// The columns that say what is counted; nil for all others.
    package var dimensions: [String]?
    /// The code of the total, in any case of letters.
    package var total = "Total"
    /// The code of the total for the columns that have one of their own.
    package var totals: [String: String] = [:]
    /// By column: the broader code of each code that is not directly below the total.
    package var parents: [String: [String: String]] = [:]
    /// Texts in the value column for a withheld count of any size. `<5` and the like need not be named.
    package var withheld: Set<String> = ["c", ":c", "x", "*", ".."]
    /// Texts for "nobody reported".
    package var notReported: Set<String> = ["", ":", "-", "n/a"]
    /// Whether a withheld zero is possible; nil to take it as possible unless a zero is printed somewhere in the table.
    package var withheldMayBeZero: Bool?
    package var absence = Absence.zero

    package init(value: String) { self.value = value }

    func isTotal(_ code: String, in column: String) -> Bool {
        code.lowercased() == (totals[column] ?? total).lowercased()
    }
}
