import Intake

/// An uploaded file as the importer reads it: opened stretch by stretch, never in clear on the disk.
struct ImportFile: ByteSource {
    /// Workbooks are read in the order of their directory, so they lie in memory while they are read.
    static let largestWorkbook = 64 << 20

    let file: UploadedFile

    /// Not what the person's machine calls it: that is not to be trusted, and may be a name.
    var name: String { "upload" }
    var byteCount: Int? { file.size }

    var archiveLocation: ArchiveLocation? {
        guard file.size <= ImportFile.largestWorkbook else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.size)
        do {
            var number = 0
            while true {
                let stretch = try file.stretch(number)
                if stretch.isEmpty { return .memory(bytes) }
                bytes += stretch
                number += 1
            }
        } catch { return nil }
    }

    func open() throws(IntakeFailure) -> any ByteStream { ImportFileStream(file, name: name) }
}

private final class ImportFileStream: ByteStream {
    private let file: UploadedFile
    private let name: String
    private var number = 0
    private var stretch: ArraySlice<UInt8> = []

    init(_ file: UploadedFile, name: String) {
        self.file = file
        self.name = name
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IntakeFailure) -> Int {
        if stretch.isEmpty {
            do { stretch = try file.stretch(number)[...] } catch {
                throw .cannotRead(file: name, reason: "the disk does not give it back")
            }
            number += 1
        }
        let count = min(buffer.count, stretch.count)
        buffer.copyBytes(from: stretch.prefix(count))
        stretch = stretch.dropFirst(count)
        return count
    }
}
