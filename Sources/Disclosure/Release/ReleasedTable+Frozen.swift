import FoundationEssentials
import Tables
import Vocabulary

extension ReleasedTable {
    /// The table as canonical bytes (JSON, keys in alphabetical order): the same table gives the same bytes, so that
    /// their hash stands for it.
    package func frozen() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Encoding strings, numbers and lists has no way to fail.
        return (try? encoder.encode(FrozenTable(self))).map(Array.init) ?? []
    }

    /// The table that ``frozen()`` gave these bytes for.
    ///
    /// - Parameter isAuthentic: Says whether the bytes are those that were released, by the hash in the archive. Without
    ///   it anybody who can write a file could make a released table.
    /// - Throws: ``DisclosureFailure/notAFrozenTable(reason:)``.
    package static func thaw(
        _ bytes: [UInt8], isAuthentic: ([UInt8]) -> Bool
    ) throws(DisclosureFailure) -> ReleasedTable {
        guard isAuthentic(bytes) else { throw .notAFrozenTable(reason: "its hash is not that of the archive") }
        let frozen: FrozenTable
        do {
            frozen = try JSONDecoder().decode(FrozenTable.self, from: Data(bytes))
        } catch {
            throw .notAFrozenTable(reason: "it is not complete")
        }
        guard frozen.format == FrozenTable.currentFormat else {
            throw .notAFrozenTable(reason: "its format \(frozen.format) is not known to this version")
        }
        return try frozen.table()
    }
}

/// The form of a released table in a file.
private struct FrozenTable: Codable {
    static let currentFormat = 1

    struct Axis: Codable {
        struct Entry: Codable {
            let code: String
            let parent: Int?
            let labels: [String: String]
        }
        let name: String
        let codeList: String?
        let categories: [Entry]
    }

    struct Rule: Codable {
        let threshold: Int
        let protectsZeros: Bool
        let minimumWidth: Int
        let protectsGroups: Bool
        let contributors: String?
    }

    let format: Int
    let name: String
    let unit: String
    let period: String?
    let dimensions: [Axis]
    /// In the order of the grid: a count, or `primary`, `complementary`, `not-reported`.
    let cells: [String]
    let rule: Rule
    /// Cells, withheld, exactly recoverable, narrow, inconsistent.
    let audit: [Int]
    let reporting: [String]
    let silent: [String]
    let countingRule: String
    let ledgerPosition: Int64
    let ledgerHash: String
    let effectiveOn: String?

    init(_ table: ReleasedTable) {
        format = Self.currentFormat
        name = table.name
        unit = table.unit.rawValue
        period = table.period?.description
        dimensions = table.dimensions.map { dimension in
            Axis(
                name: dimension.name, codeList: dimension.codeList,
                categories: dimension.categories.map {
                    Axis.Entry(code: $0.code, parent: $0.parent, labels: $0.labels)
                })
        }
        cells = table.cells.map { $0.outcome.frozen }
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
        ledgerPosition = table.provenance.ledgerPosition
        ledgerHash = table.provenance.ledgerHash
        effectiveOn = table.provenance.effectiveOn?.description
    }

    func table() throws(DisclosureFailure) -> ReleasedTable {
        let dimensions = dimensions.map { axis in
            Dimension(
                name: axis.name, codeList: axis.codeList,
                categories: axis.categories.map {
                    Dimension.Category(code: $0.code, parent: $0.parent, labels: $0.labels)
                })
        }
        let outcomes = cells.compactMap(ReleasedTable.Outcome.init(frozen:))
        guard let unit = CountingUnit(rawValue: unit), let grid = CellGrid(dimensions), grid.count == cells.count,
            outcomes.count == cells.count, audit.count == 5
        else { throw .notAFrozenTable(reason: "its cells do not fit its dimensions") }
        let empty = CountTable(
            name: name, unit: unit, period: period.flatMap(Period.init), dimensions: dimensions, cells: [],
            coverage: Coverage(reporting: reporting, silent: silent),
            provenance: Provenance(
                rule: countingRule, ledgerPosition: ledgerPosition, ledgerHash: ledgerHash,
                effectiveOn: effectiveOn.flatMap(CalendarDate.init)))
        return ReleasedTable(
            table: empty,
            cells: outcomes.enumerated().map { ReleasedTable.Cell(coordinates: grid.coordinates(of: $0), outcome: $1) },
            rule: ProtectionRule(
                threshold: rule.threshold, protectsZeros: rule.protectsZeros, minimumWidth: rule.minimumWidth,
                protectsGroups: rule.protectsGroups, contributors: rule.contributors),
            audit: AuditSummary(
                cells: audit[0], withheld: audit[1], exactlyRecoverable: audit[2], narrow: audit[3],
                inconsistent: audit[4]))
    }
}

extension ReleasedTable.Outcome {
    fileprivate var frozen: String {
        switch self {
        case .published(let count): String(count)
        case .withheldPrimary: "primary"
        case .withheldComplementary: "complementary"
        case .notReported: "not-reported"
        }
    }

    fileprivate init?(frozen: String) {
        switch frozen {
        case "primary": self = .withheldPrimary
        case "complementary": self = .withheldComplementary
        case "not-reported": self = .notReported
        default:
            guard let count = Int(frozen) else { return nil }
            self = .published(count)
        }
    }
}
