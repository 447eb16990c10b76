import FoundationEssentials
import Tables
import Vocabulary

/// The form in which a released table is kept for good: everything that it says, in plain JSON with sorted keys.
struct FrozenTable: Codable {
    struct Axis: Codable {
        let name: String
        let codeList: String?
        let codes: [String]
        /// Places; -1 directly below the total.
        let parents: [Int]
        let labels: [[String: String]]
        let addsUp: Bool
    }

    struct Rule: Codable {
        let threshold: Int
        let protectsZeros: Bool
        let minimumWidth: Int
        let protectsGroups: Bool
        let contributors: String?
    }

    static let currentFormat = "rapporteur-table-1"

    let format: String
    let name: String
    let unit: String
    let period: String?
    let axes: [Axis]
    /// In the order of the grid: a count, `small` or `beside` where withheld, `none` where not reported.
    let cells: [String]
    let rule: Rule
    /// Cells, withheld, exactly recoverable, narrow, inconsistent.
    let audit: [Int]
    let reporting: [String]
    let silent: [String]
    let countingRule: String
    let breakdownRules: [String]
    let ledgerPosition: Int64
    let ledgerHash: String
    let effectiveOn: String?
}

extension ReleasedTable {
    /// The bytes to keep: the same table gives the same bytes, and ``thaw(_:)`` gives the table back.
    package func frozen() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts and whole numbers always encode.
        guard let bytes = try? encoder.encode(FrozenTable(self)) else { return [] }
        return Array(bytes)
    }

    /// Reads back what ``frozen()`` made. Does not protect: only bytes whose hash is known may be given to it.
    ///
    /// - Throws: ``DisclosureFailure/notAFrozenTable(reason:)``.
    package static func thaw(_ bytes: [UInt8]) throws(DisclosureFailure) -> ReleasedTable {
        let frozen: FrozenTable
        do { frozen = try JSONDecoder().decode(FrozenTable.self, from: Data(bytes)) } catch {
            throw .notAFrozenTable(reason: "it is not the JSON that was written")
        }
        guard frozen.format == FrozenTable.currentFormat else {
            throw .notAFrozenTable(reason: "its format is \(frozen.format)")
        }
        guard let table = frozen.table else { throw .notAFrozenTable(reason: "its parts do not fit together") }
        return table
    }
}

extension FrozenTable {
    init(_ table: ReleasedTable) {
        format = FrozenTable.currentFormat
        name = table.name
        unit = table.unit.rawValue
        period = table.period?.description
        axes = table.dimensions.map { dimension in
            Axis(
                name: dimension.name, codeList: dimension.codeList, codes: dimension.categories.map(\.code),
                parents: dimension.categories.map { $0.parent ?? -1 }, labels: dimension.categories.map(\.labels),
                addsUp: dimension.addsUp)
        }
        cells = table.cells.map { FrozenTable.word($0.outcome) }
        rule = Rule(
            threshold: table.rule.threshold, protectsZeros: table.rule.protectsZeros,
            minimumWidth: table.rule.minimumWidth, protectsGroups: table.rule.protectsGroups,
            contributors: table.rule.contributors)
        audit = [
            table.audit.cells, table.audit.withheld, table.audit.exactlyRecoverable, table.audit.narrow,
            table.audit.inconsistent,
        ]
        reporting = table.coverage.reporting
        silent = table.coverage.silent
        countingRule = table.provenance.rule
        breakdownRules = table.provenance.breakdownRules
        ledgerPosition = table.provenance.ledgerPosition
        ledgerHash = table.provenance.ledgerHash
        effectiveOn = table.provenance.effectiveOn?.description
    }

    /// Nil where the parts do not fit together.
    var table: ReleasedTable? {
        guard let unit = CountingUnit(rawValue: unit), audit.count == 5,
            axes.allSatisfy({ $0.parents.count == $0.codes.count && $0.labels.count == $0.codes.count })
        else { return nil }
        let dimensions = axes.map { axis in
            Dimension(
                name: axis.name, codeList: axis.codeList,
                categories: axis.codes.indices.map { place in
                    Dimension.Category(
                        code: axis.codes[place], parent: axis.parents[place] < 0 ? nil : axis.parents[place],
                        labels: axis.labels[place])
                }, addsUp: axis.addsUp)
        }
        let outcomes = cells.compactMap(FrozenTable.outcome)
        guard let grid = CellGrid(dimensions), grid.count == cells.count, outcomes.count == cells.count else {
            return nil
        }
        let counts = CountTable(
            name: name, unit: unit, period: period.flatMap { Period($0) }, dimensions: dimensions, cells: [],
            coverage: Coverage(reporting: reporting, silent: silent),
            provenance: Provenance(
                rule: countingRule, breakdownRules: breakdownRules, ledgerPosition: ledgerPosition,
                ledgerHash: ledgerHash, effectiveOn: effectiveOn.flatMap { CalendarDate($0) }))
        return ReleasedTable(
            table: counts,
            cells: outcomes.enumerated().map {
                ReleasedTable.Cell(coordinates: grid.coordinates(of: $0.offset), outcome: $0.element)
            },
            rule: ProtectionRule(
                threshold: rule.threshold, protectsZeros: rule.protectsZeros, minimumWidth: rule.minimumWidth,
                protectsGroups: rule.protectsGroups, contributors: rule.contributors),
            audit: AuditSummary(
                cells: audit[0], withheld: audit[1], exactlyRecoverable: audit[2], narrow: audit[3],
                inconsistent: audit[4]))
    }

    private static func word(_ outcome: ReleasedTable.Outcome) -> String {
        switch outcome {
        case .published(let count): String(count)
        case .withheldPrimary: "small"
        case .withheldComplementary: "beside"
        case .notReported: "none"
        }
    }

    private static func outcome(_ word: String) -> ReleasedTable.Outcome? {
        switch word {
        case "small": .withheldPrimary
        case "beside": .withheldComplementary
        case "none": .notReported
        default: Int(word).map { .published($0) }
        }
    }
}
