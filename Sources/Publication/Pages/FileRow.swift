/// A file to download.
struct FileRow: Sendable {
    let href: String
    let name: String
    let size: String
    let hashName: String
    let hash: String

    /// - Parameter number: Of the release or the notice.
    init<Archive: FrozenArchive>(_ name: String, _ archive: Archive, number: Int, _ texts: Texts) {
        let bytes = archive.files[name] ?? []
        href = "/\(Archive.place)/\(number)/\(name)"
        self.name = name
        size = texts.filled("site.table.bytes", ["count": texts.number(bytes.count)])
        hashName = texts["site.table.sha"]
        hash = digest(of: bytes)
    }
}
