/// The contents of `manifest.json`: what a release holds, in words for people and hashes for machines.
struct ReleaseManifest: FrozenManifest, Equatable {
    struct Table: Codable, Equatable {
        let name: String
        let unit: String
        let period: String?
        let dimensions: [String]
        let threshold: Int
        let protectsZeros: Bool
        let minimumWidth: Int
        let protectsGroups: Bool
        let contributors: String?
        let countingRule: String
        let ledgerPosition: Int64
        let ledgerHash: String
        let effectiveOn: String?
        let cells: Int
        let withheld: Int
        let exactlyRecoverable: Int
        let narrow: Int
        let organisationsReporting: Int
        let organisationsSilent: Int
        /// The frozen table, from which every other file was written.
        let frozen: String
    }

    static let currentFormat = "rapporteur-release-1"

    let format: String
    let number: Int
    let date: String
    let marking: Marking
    let predecessor: String?
    let tables: [Table]
    let files: [Frozen.File]
}
