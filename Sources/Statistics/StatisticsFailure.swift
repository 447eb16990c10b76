package import Vocabulary

/// Why an estimate is not given. Codes E10x: what was given; E12x: what has no answer; E13x: what was asked.
/// E111–E118 are findings in a table, see ``CaptureTableReader``.
package enum StatisticsFailure: CodedFailure, Equatable {
    /// E101: an estimate needs at least two lists.
    case tooFewLists(found: Int)
    /// E102: more lists than can be reckoned with.
    case tooManyLists(found: Int, most: Int)
    /// E103: a list without a name, or two of the same name.
    case listNameUnusable(name: String)
    /// E104: a negative count.
    case countNegative(Int)
    /// E105: nobody is on any list.
    case nobodyListed
    /// E106: rows of the table cannot be read.
    case tableUnreadable([Finding])
    /// E107: a column that the table does not have.
    case columnMissing(name: String, known: [String])
    /// E108: a count beyond any population.
    case countTooLarge
    /// E109: several columns may hold the counts, and none is called so.
    case countsUnclear(columns: [String])
    /// E121: no two lists share a person, or what they share says nothing about the others.
    case noEstimate(lists: [String])
    /// E122: the model asked for has no answer for this table.
    case modelHasNoEstimate(model: String, reason: Existence)
    /// E123: a list that a model names is not in the table.
    case listUnknown(name: String, known: [String])
    /// E131: too many models to fit every one.
    case tooManyModels(lists: Int, order: Int)
    /// E132: a number outside its limits.
    case settingOutside(name: String, limits: String)
    /// E133: a method that does not work with so many lists.
    case methodNeedsLists(method: String, least: Int, most: Int, found: Int)
    /// E134: resamples that do not fit the table.
    case resamplesUnusable(reason: String)

    package var code: String {
        switch self {
        case .tooFewLists: "E101"
        case .tooManyLists: "E102"
        case .listNameUnusable: "E103"
        case .countNegative: "E104"
        case .nobodyListed: "E105"
        case .tableUnreadable: "E106"
        case .columnMissing: "E107"
        case .countTooLarge: "E108"
        case .countsUnclear: "E109"
        case .noEstimate: "E121"
        case .modelHasNoEstimate: "E122"
        case .listUnknown: "E123"
        case .tooManyModels: "E131"
        case .settingOutside: "E132"
        case .methodNeedsLists: "E133"
        case .resamplesUnusable: "E134"
        }
    }

    package var message: String {
        switch self {
        case .tooFewLists(let found):
            "\(found == 0 ? "No list has" : found == 1 ? "1 list has" : "\(found) lists have") anybody on it; an estimate needs at least two, and three to test anything. "
                + "A list is a column of 0 and 1; for a row for each person on each list say --person and --list."
        case .tooManyLists(let found, let most):
            "\(found) lists were given; at most \(most) can be reckoned with. Merge lists of one kind."
        case .listNameUnusable(let name):
            name.isEmpty
                ? "A list has no name. Give every column a heading." : "Two lists are called “\(name)”. Rename one."
        case .countNegative(let count): "\(count) is no count of persons. Counts are 0 or more."
        case .nobodyListed: "All counts are 0: nobody is on any list. Check the column of counts."
        case .tableUnreadable(let findings):
            "The table cannot be used: "
                + findings.prefix(5).map(Self.sentence).joined(separator: "; ")
                + (findings.count > 5 ? "; and \(findings.count - 5) more." : ".")
                + " Give a column of 0 and 1 for each list and whole counts."
        case .columnMissing(let name, let known):
            "There is no column “\(name)”. There are: \(known.joined(separator: ", "))."
        case .countTooLarge: "A count is above all persons that there are. Check the column of counts."
        case .countsUnclear(let columns):
            "Any of \(columns.joined(separator: ", ")) may be the column of counts. Name it with --count."
        case .noEstimate(let lists):
            "The overlaps of \(lists.joined(separator: ", ")) do not determine how many persons are on no list: even with "
                + "independent lists the estimate has no end. Link the lists better, or add a list that overlaps with two others."
        case .modelHasNoEstimate(let model, let reason):
            "Model \(model) has no answer for this table: \(Self.words(reason)). Take a model with fewer interactions."
        case .listUnknown(let name, let known):
            "There is no list “\(name)”. There are: \(known.joined(separator: ", "))."
        case .tooManyModels(let lists, let order):
            "\(lists) lists have too many models with interactions of up to \(order) lists to fit every one. Take order 2 "
                + "with up to 6 lists, higher orders with up to 5, or merge lists."
        case .settingOutside(let name, let limits): "\(name) must be \(limits)."
        case .methodNeedsLists(let method, let least, let most, let found):
            "\(method) works with \(least) to \(most) lists; there are \(found). Merge lists, or take another method."
        case .resamplesUnusable(let reason):
            "The resamples cannot be used: \(reason). Give a column cell1, cell2, … for each row of the table."
        }
    }

    private static func sentence(_ finding: Finding) -> String {
        let row = finding.place.row.map { "row \($0)" }
        let column = finding.place.column.map { "column \($0)" }
        return ([finding.code] + [row, column].compactMap { $0 }).joined(separator: " ") + " " + finding.message
    }

    private static func words(_ reason: Existence) -> String {
        switch reason {
        case .fine: "the fit does not settle"
        case .noEstimate:
            "lists that share persons with each other share none with the rest, so a number runs without end"
        case .notIdentified: "several different numbers fit equally well, since too few lists overlap"
        case .neither: "some numbers run without end and others fit equally well"
        }
    }
}
