package import Vocabulary

/// A notice with its files as they stand in its folder.
///
///     0001/manifest.json   hash of every file, hash of the notice before
///     0001/SHA256SUMS      the same hashes for `sha256sum -c`
///     0001/notice.json     what is published, word by word
///     0001/table.csv       the table of a plan or the figures of an estimate, for people and spreadsheets
package struct NoticeArchive: FrozenArchive {
    package static let place = "notices"
    static let contentName = "notice.json"
    static let tableName = "table.csv"

    package let notice: Notice
    package let files: [String: [UInt8]]

    package var folder: String { Release.folder(notice.number) }
    package var hash: String { notice.hash }

    private struct Manifest: FrozenManifest, Equatable {
        static let currentFormat = "rapporteur-notice-1"

        let format: String
        let number: Int
        let date: String
        let marking: Marking
        let predecessor: String?
        let files: [Frozen.File]
    }

    /// Freezes content as the notice that follows `predecessor`.
    ///
    /// - Parameters:
    ///   - date: The day on which it is let out, from the caller: rooms read no clock.
    ///   - texts: The languages whose headings stand in the CSV file.
    package static func freeze(
        _ content: NoticeContent, on date: CalendarDate, after predecessor: Notice?, texts: [Texts]
    ) throws -> NoticeArchive {
        let number = (predecessor?.number ?? 0) + 1
        var files = [contentName: try content.bytes()]
        files[tableName] = NoticeCSV(content, texts: texts)?.bytes()
        let listed = Frozen.listed(files)
        let manifest = try Frozen.json(
            Manifest(
                format: Manifest.currentFormat, number: number, date: date.description, marking: .public,
                predecessor: predecessor?.hash, files: listed))
        let hash = digest(of: manifest)
        files[Frozen.manifestName] = manifest
        files[Frozen.sumsName] = Frozen.sums(listed, manifest: hash)
        let notice = Notice(
            number: number, date: date, content: content, predecessor: predecessor?.hash, hash: hash)
        return NoticeArchive(notice: notice, files: files)
    }

    package static func read(_ files: [String: [UInt8]], name: String) throws -> NoticeArchive {
        let archive = "notice \(name)"
        let (manifest, bytes) = try Frozen.manifest(Manifest.self, among: files, name: archive)
        let kept = try Frozen.sound(manifest.files, among: files, manifest: bytes, name: archive)
        guard let content = kept[contentName] else {
            throw PublicationFailure.fileMissing(archive: archive, file: contentName)
        }
        guard let date = CalendarDate(manifest.date), Release.folder(manifest.number) == name else {
            throw PublicationFailure.manifestUnreadable(
                archive: archive, reason: "its number or date is not its folder's")
        }
        let notice = Notice(
            number: manifest.number, date: date, content: try NoticeContent.read(content, notice: archive),
            predecessor: manifest.predecessor, hash: digest(of: bytes))
        return NoticeArchive(notice: notice, files: kept)
    }
}
