import Glibc

/// A file on disk, read in stretches: the one place where this room touches the outside (it streams, so a value in
/// memory would not do).
package struct FileBytes: ByteSource {
    private let path: String
    package let name: String

    package init(path: String) {
        self.path = path
        name = path.split(separator: "/").last.map(String.init) ?? path
    }

    package var byteCount: Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    package var canBeReadAgain: Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    package var archiveLocation: ArchiveLocation? { .path(path) }

    package func open() throws(IntakeFailure) -> any ByteStream {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotOpen(file: name, reason: systemMessage()) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            close(descriptor)
            throw .cannotOpen(file: name, reason: "it is a folder")
        }
        return FileStream(descriptor, name: name)
    }
}

private final class FileStream: ByteStream {
    private let descriptor: Int32
    private let name: String

    init(_ descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    deinit { close(descriptor) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IntakeFailure) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { throw .cannotRead(file: name, reason: systemMessage()) }
        }
    }
}

/// What the system says of the last failed call.
private func systemMessage() -> String { String(cString: strerror(errno)) }
