import Disclosure
import Tables
import Vocabulary

extension ReleaseManifest.Table {
    /// What the manifest says of a table; the same again when the frozen table is read back.
    init(_ table: ReleasedTable) {
        self.init(
            name: table.name, unit: table.unit.rawValue, period: table.period?.description,
            dimensions: table.dimensions.map(\.name), threshold: table.rule.threshold,
            protectsZeros: table.rule.protectsZeros, minimumWidth: table.rule.minimumWidth,
            protectsGroups: table.rule.protectsGroups, contributors: table.rule.contributors,
            countingRule: table.provenance.rule, ledgerPosition: table.provenance.ledgerPosition,
            ledgerHash: table.provenance.ledgerHash, effectiveOn: table.provenance.effectiveOn?.description,
            cells: table.audit.cells, withheld: table.audit.withheld,
            exactlyRecoverable: table.audit.exactlyRecoverable, narrow: table.audit.narrow,
            organisationsReporting: table.coverage.reporting.count,
            organisationsSilent: table.coverage.silent.count, frozen: "tables/\(table.name).json")
    }
}
