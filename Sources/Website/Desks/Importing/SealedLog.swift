import Foundation
import Synchronization

/// Bytes that an import writes while somebody may already read them: sealed on the disk, gone with their last holder.
final class SealedLog: Sendable {
    private struct State {
        var waiting: [UInt8] = []
        var written = 0
    }

    private let pieces: SealedPieces
    private let state = Mutex(State())

    /// - Throws: ``WebsiteFailure/spoolUnusable(reason:)``.
    init(folder: URL) throws(WebsiteFailure) { pieces = try SealedPieces(folder: folder) }

    var isEmpty: Bool { state.withLock { $0.waiting.isEmpty && $0.written == 0 } }

    func append(_ bytes: some Collection<UInt8>) throws {
        try state.withLock { state in
            state.waiting += bytes
            while state.waiting.count >= SealedPieces.size {
                try pieces.write(Array(state.waiting.prefix(SealedPieces.size)), state.written)
                state.waiting.removeFirst(SealedPieces.size)
                state.written += 1
            }
        }
    }

    /// A stretch from the start, number 0; empty behind the end.
    func stretch(_ number: Int) throws -> [UInt8] {
        try state.withLock { state in
            if number < state.written { return try pieces.read(number, length: SealedPieces.size) }
            return number == state.written ? state.waiting : []
        }
    }
}
