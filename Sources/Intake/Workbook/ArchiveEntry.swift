import CArchive

/// One part of a workbook, unpacked as it is read.
final class ArchiveEntry: ByteStream {
    private let archive: OpaquePointer
    private let file: String
    private let part: String
    private let limitBytes: Int
    private var unpackedBytes = 0
    /// Keeps an archive in memory in its place while it is read.
    private let memory: UnsafeMutableRawBufferPointer?

    /// Goes to the part whose path is `part`, letter case aside; nil where the archive has none.
    ///
    /// - Parameter limitBytes: What the part may unpack to: a few kilobytes can hold gigabytes.
    /// - Throws: ``IntakeFailure/damagedWorkbook(file:detail:)``, ``IntakeFailure/encryptedWorkbook(file:)``.
    init?(_ location: ArchiveLocation, file: String, part: String, limitBytes: Int) throws(IntakeFailure) {
        guard let archive = archive_read_new() else { return nil }
        self.archive = archive
        self.file = file
        self.part = part
        self.limitBytes = limitBytes
        switch location {
        case .path: memory = nil
        case .memory(let bytes):
            memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
            memory?.copyBytes(from: bytes)
        }
        // Only by its directory, which stands at the end: a file that was cut short has none, and is found out here.
        archive_read_support_format_zip_seekable(archive)
        let opened =
            switch location {
            case .path(let path): archive_read_open_filename(archive, path, 1 << 16)
            case .memory(let bytes): archive_read_open_memory(archive, memory?.baseAddress, bytes.count)
            }
        guard opened == ARCHIVE_OK else { throw damaged("its directory of parts is missing; it was perhaps cut short") }
        guard try find() else { return nil }
    }

    deinit {
        archive_read_free(archive)
        memory?.deallocate()
    }

    private func find() throws(IntakeFailure) -> Bool {
        var entry: OpaquePointer?
        while true {
            let result = archive_read_next_header(archive, &entry)
            if result == ARCHIVE_EOF { return false }
            guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry else {
                throw damaged("its directory of parts is missing; it was perhaps cut short")
            }
            guard let name = archive_entry_pathname(entry), String(cString: name).lowercased() == part.lowercased()
            else { continue }
            if archive_entry_is_encrypted(entry) != 0 { throw .encryptedWorkbook(file: file) }
            return true
        }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IntakeFailure) -> Int {
        let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
        guard count >= 0 else { throw damaged("“\(part)” cannot be unpacked") }
        unpackedBytes += count
        if unpackedBytes > limitBytes { throw .oversizedWorkbook(part: part, limitBytes: limitBytes) }
        return count
    }

    /// Bytes of the file that were read so far.
    var packedBytesRead: Int { Int(archive_filter_bytes(archive, -1)) }

    private func damaged(_ detail: String) -> IntakeFailure { .damagedWorkbook(file: file, detail: detail) }
}
