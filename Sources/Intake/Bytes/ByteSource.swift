/// A file that somebody gave us, whatever it lies on.
package protocol ByteSource: Sendable {
    /// What to call it in messages; never a path with a person's name in it, only the last part.
    var name: String { get }
    /// Its size, where that is known before reading: for progress only.
    var byteCount: Int? { get }
    /// Where the reader of archives finds it; nil where it can only be read as a stream.
    var archiveLocation: ArchiveLocation? { get }
    /// Whether it can be opened a second time: a pipe has been emptied by then.
    var canBeReadAgain: Bool { get }
    /// A new stream at its first byte.
    func open() throws(IntakeFailure) -> any ByteStream
}

extension ByteSource {
    package var canBeReadAgain: Bool { true }
}

/// One reading of a file, from its start to its end.
package protocol ByteStream: AnyObject {
    /// Fills as much of `buffer` as is at hand.
    /// - Returns: Bytes written; 0 at the end of the file only.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IntakeFailure) -> Int
}

/// Where an archive lies: it is read in the order of its directory, so a stream is not enough.
package enum ArchiveLocation: Sendable {
    case path(String)
    case memory([UInt8])
}

/// Bytes that are in memory already: uploads, tests, text pasted into a page.
package struct MemoryBytes: ByteSource {
    package let name: String
    private let bytes: [UInt8]

    package init(_ bytes: [UInt8], name: String = "pasted text") {
        self.bytes = bytes
        self.name = name
    }

    package init(_ text: String, name: String = "pasted text") { self.init(Array(text.utf8), name: name) }

    package var byteCount: Int? { bytes.count }
    package var archiveLocation: ArchiveLocation? { .memory(bytes) }
    package func open() throws(IntakeFailure) -> any ByteStream { MemoryStream(bytes) }
}

private final class MemoryStream: ByteStream {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IntakeFailure) -> Int {
        let count = min(buffer.count, bytes.count - position)
        buffer.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }
}
