import Disclosure
import Tables
import Vocabulary

/// A released table for people and spreadsheets: a row a cell, codes and labels, totals as `_T`.
///
/// The two kinds of withholding print alike: who knew that a cell is small would know its figure to within the threshold.
/// `value` prints zero as `0`, withheld as `c` and not reported as `:`; `status` says the same in a word. Every row
/// carries release, unit, period, protection and marking: rows are cut out and passed on.
struct TableCSV {
    /// The code of a total, as SDMX has it.
    static let total = "_T"

    private let table: ReleasedTable
    private let release: Int
    private let marking: Marking
    private let texts: [Texts]

    init(_ table: ReleasedTable, release: Int, marking: Marking, texts: [Texts]) {
        self.table = table
        self.release = release
        self.marking = marking
        self.texts = texts
    }

    /// `sex`, then `sex_en`, `sex_fr` for its labels.
    var header: [String] {
        ["release", "table", "unit", "period"]
            + table.dimensions.flatMap { dimension in
                [dimension.name] + texts.map { "\(dimension.name)_\($0.language)" }
            } + ["value", "status", "protection", "marking"]
    }

    func bytes() -> [UInt8] {
        var writer = CSVWriter()
        writer.write(header)
        let opening = [String(release), table.name, table.unit.rawValue, table.period?.description ?? ""]
        let rule = "threshold \(table.rule.threshold)" + (table.rule.protectsZeros ? ", zeros protected" : "")
        let labels = table.dimensions.map(labelled)
        for cell in table.figures {
            var cells = opening
            for (dimension, place) in cell.coordinates.enumerated() {
                cells += labels[dimension][place.map { $0 + 1 } ?? 0]
            }
            writer.write(cells + [TableCSV.value(cell.outcome), TableCSV.status(cell.outcome), rule, marking.rawValue])
        }
        return writer.bytes
    }

    /// Code and labels of the total, then of each category.
    private func labelled(_ dimension: Dimension) -> [[String]] {
        [[TableCSV.total] + texts.map { $0["site.table.total"] }]
            + dimension.categories.map { category in
                [category.code] + texts.map { $0.name(of: category, in: dimension) }
            }
    }

    static func value(_ outcome: ReleasedTable.Outcome) -> String {
        switch outcome {
        case .published(let count): String(count)
        case .withheldPrimary, .withheldComplementary: "c"
        case .notReported: ":"
        }
    }

    static func status(_ outcome: ReleasedTable.Outcome) -> String {
        switch outcome {
        case .published(0): "zero"
        case .published: "published"
        case .withheldPrimary, .withheldComplementary: "withheld"
        case .notReported: "not-reported"
        }
    }
}
