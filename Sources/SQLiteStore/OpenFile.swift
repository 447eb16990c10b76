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
        try blocks {
            bytes.append(contentsOf: $0.prefix(limit - bytes.count))
            return bytes.count < limit
        }
        return bytes
    }

    /// Hands the file's bytes to `body`, a block after the other, until it returns false.
    func blocks(_ body: (UnsafeRawBufferPointer) throws -> Bool) throws {
        var block = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = block.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 { throw systemFailure(path) }
            if count == 0 { return }
            let goesOn = try block.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            if !goesOn { return }
        }
    }

    /// All blocks.
    func blocks(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        try blocks { block -> Bool in
            try body(block)
            return true
        }
    }

    /// Whether one of these stretches of bytes is in the file, across blocks too.
    func holds(anyOf stretches: [[UInt8]]) throws -> Bool {
        let overlap = max(0, (stretches.map(\.count).max() ?? 0) - 1)
        var tail: [UInt8] = []
        var isFound = false
        try blocks { block -> Bool in
            let window = tail + block
            isFound = stretches.contains { window.firstRange(of: $0) != nil }
            tail = Array(window.suffix(overlap))
            return !isFound
        }
        return isFound
    }

    /// Writes all of it and waits until the disk has it.
    func write(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { try append($0) }
        try keep()
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws {
        var written = 0
        while written < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            guard count >= 0 else { throw systemFailure(path) }
            written += count
        }
    }

    /// Waits until the disk has what was written.
    func keep() throws {
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
