import Foundation
import NIOPosix

/// Bytes on the disk for as long as somebody holds it, in ``SealedPieces``; filled without making anybody wait.
actor SealedSpool {
    nonisolated let pieces: SealedPieces
    private var waiting: [UInt8] = []
    private var written = 0
    private(set) var size = 0

    /// - Throws: ``WebsiteFailure/spoolUnusable(reason:)``.
    init(folder: URL) throws(WebsiteFailure) { pieces = try SealedPieces(folder: folder) }

    func append(_ bytes: some Sequence<UInt8> & Sendable) async throws {
        waiting.append(contentsOf: bytes)
        while waiting.count >= SealedPieces.size {
            try await write(Array(waiting.prefix(SealedPieces.size)))
            waiting.removeFirst(SealedPieces.size)
        }
    }

    /// After the last byte; nothing may be appended behind it.
    func close() async throws {
        if !waiting.isEmpty { try await write(waiting) }
        waiting = []
    }

    /// One piece, opened; nil behind the last.
    func piece(_ number: Int) async throws -> [UInt8]? {
        guard (0..<written).contains(number) else { return nil }
        let length = number == written - 1 ? size - number * SealedPieces.size : SealedPieces.size
        let pieces = pieces
        return try await NIOThreadPool.singleton.runIfActive { try pieces.read(number, length: length) }
    }

    private func write(_ piece: [UInt8]) async throws {
        let (pieces, number) = (pieces, written)
        written += 1
        size += piece.count
        try await NIOThreadPool.singleton.runIfActive { try pieces.write(piece, number) }
    }
}
