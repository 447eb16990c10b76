import Foundation
import Linkage

/// The scores of a run that is under way, in a file beside its results: whoever was stopped goes on where they were.
///
/// Blocks of a place and the pairs found up to it, each with a checksum; what was half written is dropped. It holds
/// numbers of records and bits, nothing of what the records say.
final class ScoreFile: ScoreShelf {
    private let path: String
    private var handle: FileHandle?
    private var mark: UInt64 = 0
    /// How far an earlier run had come, where this one took it up.
    private(set) var takenUp: ScoringPlace?

    /// - Parameter path: Where the file lies while the run goes on.
    init(_ path: String) { self.path = path }

    func kept(of mark: UInt64) throws -> (pairs: [ScoredPair], place: ScoringPlace)? {
        self.mark = mark
        guard let bytes = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) else { return nil }
        var reader = ScoreReader(bytes)
        guard reader.begins(with: mark) else { return nil }
        while reader.readBlock() {}
        guard let place = reader.place else { return nil }
        handle = FileHandle(forWritingAtPath: path)
        try handle?.truncate(atOffset: UInt64(reader.end))
        try handle?.seekToEnd()
        takenUp = place
        return (reader.pairs, place)
    }

    func keep(_ pairs: ArraySlice<ScoredPair>, at place: ScoringPlace) throws {
        do {
            try open().write(contentsOf: ScoreReader.block(pairs, place))
        } catch let error as CommandFailure {
            throw error
        } catch {
            throw CommandFailure.unwritable(file: path, reason: "the disk is full or its rights do not let it")
        }
    }

    /// Called once the results are written.
    func remove() {
        try? handle?.close()
        try? FileManager.default.removeItem(atPath: path)
    }

    private func open() throws -> FileHandle {
        if let handle { return handle }
        let made = FileManager.default.createFile(
            atPath: path, contents: ScoreReader.head(mark), attributes: [.posixPermissions: 0o600])
        guard made, let opened = FileHandle(forWritingAtPath: path) else {
            throw CommandFailure.unwritable(file: path, reason: "the folder does not let it")
        }
        try opened.seekToEnd()
        handle = opened
        return opened
    }
}
