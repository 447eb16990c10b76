package import Disclosure
import Tables
package import Vocabulary

/// A release with its files as they stand in its folder: the frozen tables, what people download, the manifest.
///
///     0001/manifest.json      what is in it, hash of every file, hash of the release before
///     0001/SHA256SUMS         the same hashes for `sha256sum -c`
///     0001/tables/NAME.json   the frozen table
///     0001/NAME.csv           for people and spreadsheets
///     0001/NAME.sdmx.csv      SDMX-CSV 2.0
///     0001/NAME.metadata.json description of NAME.csv in the words of CSV on the Web
package struct ReleaseArchive: FrozenArchive {
    package static let place = "releases"

    package let release: Release
    /// Bytes by name inside the release's folder.
    package let files: [String: [UInt8]]

    /// Freezes tables as the release that follows `predecessor`.
    ///
    /// - Parameters:
    ///   - date: The day of publication, from the caller: rooms read no clock.
    ///   - texts: The languages whose labels stand in the CSV files; they say of a year what of it is covered.
    /// - Throws: ``PublicationFailure/releaseEmpty``, ``PublicationFailure/tableTwice(name:)``,
    ///   ``PublicationFailure/nameUnfit(name:)``.
    package static func freeze(
        _ tables: [ReleasedTable], on date: CalendarDate, after predecessor: Release?, texts: [Texts],
        marking: Marking = .public
    ) throws -> ReleaseArchive {
        guard !tables.isEmpty else { throw PublicationFailure.releaseEmpty }
        let number = (predecessor?.number ?? 0) + 1
        let texts = texts.map { $0.covering(QuartersReported(tables)) }
        var files: [String: [UInt8]] = [:]
        for table in tables {
            guard isFit(table.name) else { throw PublicationFailure.nameUnfit(name: table.name) }
            guard files["tables/\(table.name).json"] == nil else {
                throw PublicationFailure.tableTwice(name: table.name)
            }
            files["tables/\(table.name).json"] = table.frozen()
            files["\(table.name).csv"] = TableCSV(
                table, release: number, marking: marking, texts: texts
            ).bytes()
            files["\(table.name).sdmx.csv"] = TableSDMX(table, release: number).bytes()
            files["\(table.name).metadata.json"] = try TableMetadata(
                table, release: number, date: date, marking: marking, texts: texts
            ).bytes()
        }
        let listed = Frozen.listed(files)
        let manifest = try Frozen.json(
            ReleaseManifest(
                format: ReleaseManifest.currentFormat, number: number, date: date.description, marking: marking,
                predecessor: predecessor?.hash, tables: tables.map(ReleaseManifest.Table.init), files: listed))
        let hash = digest(of: manifest)
        files[Frozen.manifestName] = manifest
        files[Frozen.sumsName] = Frozen.sums(listed, manifest: hash)
        let release = Release(
            number: number, date: date, marking: marking, tables: tables, predecessor: predecessor?.hash, hash: hash)
        return ReleaseArchive(release: release, files: files)
    }

    /// - Throws: P201 to P205, or what the frozen table says.
    package static func read(_ files: [String: [UInt8]], name: String) throws -> ReleaseArchive {
        let archive = "release \(name)"
        let (manifest, bytes) = try Frozen.manifest(ReleaseManifest.self, among: files, name: archive)
        let kept = try Frozen.sound(manifest.files, among: files, manifest: bytes, name: archive)
        let tables = try manifest.tables.map { entry in
            guard let bytes = kept[entry.frozen] else {
                throw PublicationFailure.fileMissing(archive: archive, file: entry.frozen)
            }
            let table = try ReleasedTable.thaw(bytes)
            guard ReleaseManifest.Table(table) == entry else {
                throw PublicationFailure.tableDiffers(release: name, table: entry.name)
            }
            return table
        }
        guard let date = CalendarDate(manifest.date), Release.folder(manifest.number) == name else {
            throw PublicationFailure.manifestUnreadable(
                archive: archive, reason: "its number or date is not its folder's")
        }
        let release = Release(
            number: manifest.number, date: date, marking: manifest.marking, tables: tables,
            predecessor: manifest.predecessor, hash: digest(of: bytes))
        return ReleaseArchive(release: release, files: kept)
    }

    /// The name of its folder: `0001`.
    package var folder: String { Release.folder(release.number) }
    package var hash: String { release.hash }

    private static func isFit(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 100
            && name.utf8.allSatisfy {
                ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z"))
                    || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || $0 == UInt8(ascii: "-")
            }
    }
}
