import FoundationEssentials
import Vocabulary

/// The contents of `manifest.json`: what a release holds, in words for people and hashes for machines.
struct ReleaseManifest: Codable, Equatable {
    struct File: Codable, Equatable {
        let name: String
        let bytes: Int
        let sha256: String
    }

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
    let files: [File]

    /// The bytes that are hashed and stored: keys sorted, so that the same release gives the same bytes.
    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }

    static func read(_ bytes: [UInt8], release: String) throws(PublicationFailure) -> ReleaseManifest {
        let manifest: ReleaseManifest
        do { manifest = try JSONDecoder().decode(ReleaseManifest.self, from: Data(bytes)) } catch {
            throw .manifestUnreadable(release: release, reason: "it is not the JSON that was written")
        }
        guard manifest.format == currentFormat else {
            throw .manifestUnreadable(release: release, reason: "its format is \(manifest.format)")
        }
        return manifest
    }
}
