import Glibc
import Ledger

/// A file of the system, closed when it is let go.
final class OpenFile: Sendable {
    let path: String
    let descriptor: Int32

    /// - Parameters:
    ///   - flags: As `open(2)` takes them.
    ///   - mode: For a file that is made.
    init(_ path: String, _ flags: Int32, mode: mode_t = 0o600) throws {
        self.path = path
        descriptor = open(path, flags | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw systemFailure(path) }
    }

    deinit { _ = Glibc.close(descriptor) }

    /// Nil where there is no such file.
    static func existing(_ path: String) throws -> OpenFile? {
        guard access(path, F_OK) == 0 else { return nil }
        return try OpenFile(path, O_RDONLY)
    }

    func read(upTo limit: Int = .max) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < limit {
            let count = Glibc.read(descriptor, &block, min(block.count, limit - bytes.count))
            if count < 0 { throw systemFailure(path) }
            if count == 0 { break }
            bytes.append(contentsOf: block[..<count])
        }
        return bytes
    }

    /// Writes all of it and waits until the disk has it.
    func write(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
            }
            guard count >= 0 else { throw systemFailure(path) }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw systemFailure(path) }
    }

    /// Permission bits.
    var mode: mode_t {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? status.st_mode & 0o777 : 0o777
    }
}

/// The system's last error as a failure of ours.
func systemFailure(_ path: String) -> StoreFailure {
    switch errno {
    case ENOSPC, EDQUOT: .full(file: path)
    case ENOENT: .missing(path: path)
    default: .unreachable(path: path, reason: String(cString: strerror(errno)))
    }
}
