import Glibc
import Ledger

/// Where a database lies, and which file that is: a file that was moved or removed under a running program takes writes
/// as before, and nobody would ever find them again.
struct FilePlace: Sendable {
    private let path: String
    private let device: UInt
    private let number: UInt

    /// - Throws: ``StoreFailure/unreachable(path:reason:)``.
    init(_ path: String) throws {
        var found = stat()
        guard stat(path, &found) == 0 else { throw systemFailure(path) }
        self.path = path
        (device, number) = (UInt(found.st_dev), UInt(found.st_ino))
    }

    /// - Throws: ``StoreFailure/missing(path:)`` where the path leads to no file, or to another one.
    func check() throws {
        var found = stat()
        guard stat(path, &found) == 0, UInt(found.st_dev) == device, UInt(found.st_ino) == number else {
            throw StoreFailure.missing(path: path)
        }
    }
}
