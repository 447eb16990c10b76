import Foundation
import Testing

/// A file system in memory of a stated size, as a disk that fills up; only where mounting is permitted.
final class SmallDisk {
    /// Whether tests may mount one here.
    static let isPermitted: Bool = {
        guard getuid() == 0, let folder = try? TemporaryFolder() else { return false }
        return (try? SmallDisk(kibibytes: 64, in: folder)) != nil
    }()

    private static let mountProgram = URL(filePath: "/bin/mount")
    private static let unmountProgram = URL(filePath: "/bin/umount")

    let path: String

    init(kibibytes: Int, in folder: TemporaryFolder) throws {
        path = folder.path("disk")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let outcome = try BuiltProgram.run(
            Self.mountProgram, ["-t", "tmpfs", "-o", "size=\(kibibytes)k", "tmpfs", path])
        try #require(outcome.status == 0)
    }

    deinit { _ = try? BuiltProgram.run(Self.unmountProgram, [path]) }

    /// Makes room on it.
    func grow(toKibibytes size: Int) throws {
        let outcome = try BuiltProgram.run(Self.mountProgram, ["-o", "remount,size=\(size)k", path])
        try #require(outcome.status == 0)
    }

    /// Takes all the room there is, for a file at `path`.
    static func fill(_ path: String) throws {
        FileManager.default.createFile(atPath: path, contents: nil)
        let file = try #require(FileHandle(forWritingAtPath: path))
        for size in [65_536, 4096] {
            while (try? file.write(contentsOf: Data(count: size))) != nil {}
        }
        try file.close()
    }
}
