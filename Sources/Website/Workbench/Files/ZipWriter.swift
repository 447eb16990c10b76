import CZlib

/// A ZIP archive of a few small files, stored as they are (PKWARE APPNOTE 6.3): what an office program opens.
struct ZipWriter {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var entries = 0

    /// - Parameter name: Of ASCII, with slashes.
    mutating func add(_ content: [UInt8], as name: String) {
        let place = UInt32(bytes.count)
        let head = header(content, name)
        bytes += little(0x0403_4B50 as UInt32) + head + Array(name.utf8) + content
        directory += little(0x0201_4B50 as UInt32) + little(20 as UInt16) + head
        // No comment, first disk, a binary file, no attributes, then where it begins.
        directory += little(0 as UInt16) + little(0 as UInt16) + little(0 as UInt16) + little(0 as UInt32)
        directory += little(place) + Array(name.utf8)
        entries += 1
    }

    func finished() -> [UInt8] {
        bytes + directory + little(0x0605_4B50 as UInt32) + little(0 as UInt16) + little(0 as UInt16)
            + little(UInt16(entries)) + little(UInt16(entries)) + little(UInt32(directory.count))
            + little(UInt32(bytes.count)) + little(0 as UInt16)
    }

    /// The fields that both headers of a file share: version 2.0, no flags, stored, 1 January 1980 for the same bytes
    /// every time, checksum, sizes, length of the name.
    private func header(_ content: [UInt8], _ name: String) -> [UInt8] {
        let checksum = UInt32(crc32(0, content, UInt32(content.count)))
        let size = UInt32(content.count)
        let times = little(20 as UInt16) + little(0 as UInt16) + little(0 as UInt16) + little(0 as UInt16)
        return times + little(0x21 as UInt16) + little(checksum) + little(size) + little(size)
            + little(UInt16(name.utf8.count)) + little(0 as UInt16)
    }

    private func little(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
}
