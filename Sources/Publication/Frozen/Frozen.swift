import FoundationEssentials

/// What every archive of frozen files has: a manifest with the hash of each, and a list of hashes for `sha256sum -c`.
enum Frozen {
    struct File: Codable, Equatable {
        let name: String
        let bytes: Int
        let sha256: String
    }

    static let manifestName = "manifest.json"
    static let sumsName = "SHA256SUMS"

    /// Keys sorted, so that the same value gives the same bytes.
    static func json(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    }

    /// By name.
    static func listed(_ files: [String: [UInt8]]) -> [File] {
        files.keys.sorted().map { name in
            File(name: name, bytes: files[name]?.count ?? 0, sha256: digest(of: files[name] ?? []))
        }
    }

    static func sums(_ files: [File], manifest: String) -> [UInt8] {
        let lines = files.map { "\($0.sha256)  \($0.name)\n" } + ["\(manifest)  \(manifestName)\n"]
        return Array(lines.joined().utf8)
    }

    /// The files that a manifest lists, each as it was frozen; others are left out.
    ///
    /// - Parameters:
    ///   - manifest: Its bytes, for their hash.
    ///   - name: Of the archive, for what is said of it: `release 0001`.
    /// - Throws: P201 and P202.
    static func sound(
        _ listed: [File], among files: [String: [UInt8]], manifest: [UInt8], name: String
    ) throws(PublicationFailure) -> [String: [UInt8]] {
        var kept = [manifestName: manifest, sumsName: sums(listed, manifest: digest(of: manifest))]
        for file in listed {
            guard let found = files[file.name] else { throw .fileMissing(archive: name, file: file.name) }
            guard digest(of: found) == file.sha256 else { throw .fileChanged(archive: name, file: file.name) }
            kept[file.name] = found
        }
        if let stored = files[sumsName], stored != kept[sumsName] {
            throw .fileChanged(archive: name, file: sumsName)
        }
        return kept
    }

    /// Reads a manifest of a format.
    ///
    /// - Throws: P203.
    static func manifest<Manifest: FrozenManifest>(
        _ type: Manifest.Type, among files: [String: [UInt8]], name: String
    ) throws(PublicationFailure) -> (manifest: Manifest, bytes: [UInt8]) {
        guard let bytes = files[manifestName] else { throw .fileMissing(archive: name, file: manifestName) }
        let manifest: Manifest
        do { manifest = try JSONDecoder().decode(Manifest.self, from: Data(bytes)) } catch {
            throw .manifestUnreadable(archive: name, reason: "it is not the JSON that was written")
        }
        guard manifest.format == Manifest.currentFormat else {
            throw .manifestUnreadable(archive: name, reason: "its format is \(manifest.format)")
        }
        return (manifest, bytes)
    }
}

/// What says which files an archive has.
protocol FrozenManifest: Codable {
    static var currentFormat: String { get }
    var format: String { get }
}

/// A numbered folder of frozen files that follows the one before it.
package protocol FrozenArchive: Sendable {
    /// The folder of a register in which the archives lie.
    static var place: String { get }
    /// The name of its own folder: `0001`.
    var folder: String { get }
    /// SHA-256 of its manifest.
    var hash: String { get }
    /// Bytes by name inside its folder.
    var files: [String: [UInt8]] { get }

    /// Reads a folder back and checks every byte of it against the manifest. Other files in it are left out.
    ///
    /// - Throws: P201 to P206.
    static func read(_ files: [String: [UInt8]], name: String) throws -> Self
}
