import Vocabulary

/// Why the gate refuses. Codes D1xx: what was asked of it; D2xx: what cannot be protected; D3xx: a frozen release;
/// D4xx: anybody's table; D5xx: an estimate.
package enum DisclosureFailure: CodedFailure, Hashable {
    /// D101: a dimension whose categories are their own parents or name a parent that is not there, or too many cells.
    case dimensionsUnusable(table: String)
    /// D102: a count for a category that has narrower ones, or for none.
    case notALeaf(table: String, coordinates: [Int])
    /// D103: a count in a part that is said not to be reported on.
    case countedButNotReported(table: String, cell: String)
    /// D104: two tables of one set count the same cell differently.
    case tablesDisagree(cell: String, first: String, firstCount: Int, second: String, secondCount: Int)
    /// D105: the rule makes no sense.
    case ruleUnusable(reason: String)
    /// D201: no choice of further cells keeps this cell open, since the equation is published already.
    case cannotProtect(cell: String, equation: String)
    /// D202: the audit still pins the cell after all repairs.
    case stillRecoverable(cell: String, interval: Interval, equation: String)
    /// D203: cells kept being pinned in new ways; the release is too thin to be worth so many withheld cells.
    case repairsExhausted(repairs: Int)
    /// D204: tables overlap in a circle, and the table behind them is too large to be attacked through.
    case circleTooLarge(dimensions: [String])
    /// D301: the bytes are not a frozen release, or not of this version.
    case notAFrozenTable(reason: String)
    /// D401: the table cannot be read as a table of counts.
    case tableUnreadable(reason: String)
    /// D501: a figure without an interval that has two ends.
    case estimateWithoutInterval(method: String)
    /// D502: its light is red: it is not to be published as a number.
    case estimateNotToBePublished(reasons: [String])
    /// D503: fewer persons on a list than a table would say.
    case listTooShort(list: String, threshold: Int)
    /// D504: fewer persons on two or more lists than a table would say.
    case tooFewShared(threshold: Int)
    /// D505: whoever knows the sizes of the lists could work out how many persons are on these, however it is rounded.
    case overlapCouldBeReckoned(lists: String)
    /// D506: figures that do not belong together.
    case estimateUnusable(reason: String)

    package var code: String {
        switch self {
        case .dimensionsUnusable: "D101"
        case .notALeaf: "D102"
        case .countedButNotReported: "D103"
        case .tablesDisagree: "D104"
        case .ruleUnusable: "D105"
        case .cannotProtect: "D201"
        case .stillRecoverable: "D202"
        case .repairsExhausted: "D203"
        case .circleTooLarge: "D204"
        case .notAFrozenTable: "D301"
        case .tableUnreadable: "D401"
        case .estimateWithoutInterval: "D501"
        case .estimateNotToBePublished: "D502"
        case .listTooShort: "D503"
        case .tooFewShared: "D504"
        case .overlapCouldBeReckoned: "D505"
        case .estimateUnusable: "D506"
        }
    }

    package var message: String {
        switch self {
        case .dimensionsUnusable(let table):
            "The dimensions of table \(table) cannot be laid out: a category is its own parent, names one that is not "
                + "there, or there are more than 2 billion cells. Correct the code list or take fewer dimensions."
        case .notALeaf(let table, let coordinates):
            "Table \(table) has a count at \(coordinates), which is not a narrowest category in every dimension. "
                + "Count leaves only; the gate forms the margins."
        case .countedButNotReported(let table, let cell):
            "Table \(table) counts \(cell) and says that nobody reported on it. Correct one of the two."
        case .tablesDisagree(let cell, let first, let firstCount, let second, let secondCount):
            "\(cell) is \(firstCount) in \(first) and \(secondCount) in \(second), which are counted by the same rule. "
                + "Count both again from one ledger position."
        case .ruleUnusable(let reason): "The protection rule cannot be used: \(reason)."
        case .cannotProtect(let cell, let equation):
            "\(cell) must be withheld and cannot be: \(equation). Take the breakdown that shows it out of the release, "
                + "or merge its categories."
        case .stillRecoverable(let cell, let interval, let equation):
            "\(cell) could be worked out to lie in \(interval): \(equation). Merge categories or leave a table out."
        case .repairsExhausted(let repairs):
            "After \(repairs) repairs the audit still finds cells that can be worked out. Merge categories or leave a "
                + "table out."
        case .circleTooLarge(let dimensions):
            "The tables overlap in a circle over \(dimensions.joined(separator: ", ")), with too many combinations to "
                + "prove that nothing can be computed. Leave one of the tables out, or merge categories."
        case .notAFrozenTable(let reason):
            "This is not a frozen release: \(reason). Take the file from the release archive again."
        case .tableUnreadable(let reason): reason
        case .estimateWithoutInterval(let method):
            "The estimate by \(method) has no interval with two ends around it. A figure is published with its interval or "
                + "not at all: take another period, or join lists."
        case .estimateNotToBePublished(let reasons):
            "The light of this estimate is red, so that it is not published as a number: "
                + "\(reasons.joined(separator: ", ")). Read its report (estimate … --report), and take more lists or a longer period."
        case .listTooShort(let list, let threshold):
            "Fewer than \(threshold) persons are on the list \(list). Join it with another one, or take a longer period."
        case .tooFewShared(let threshold):
            "Fewer than \(threshold) persons are on two or more lists. Take a longer period, or more lists."
        case .overlapCouldBeReckoned(let lists):
            "Whoever knows the sizes of the lists could work out from the estimate how many persons are on \(lists), "
                + "and rounding does not help. Join lists, or take a longer period."
        case .estimateUnusable(let reason): "This estimate cannot be released: \(reason). Make it anew."
        }
    }
}
