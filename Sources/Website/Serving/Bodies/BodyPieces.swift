import Hummingbird
import NIOCore

/// A body as it arrives. A line that breaks off, or bytes that are no HTTP, are the sender's mistake and not ours: they end
/// as a refusal, so that nobody can fill the log with failures.
struct BodyPieces: AsyncSequence {
    typealias Element = ByteBuffer

    private let body: RequestBody

    init(_ body: RequestBody) { self.body = body }

    struct AsyncIterator: AsyncIteratorProtocol {
        var pieces: RequestBody.AsyncIterator

        /// - Throws: ``RequestRefusal/bodyUnreadable(reason:)``; a cancellation as it is.
        mutating func next() async throws -> ByteBuffer? {
            do { return try await pieces.next() } catch let cancellation as CancellationError {
                throw cancellation
            } catch { throw RequestRefusal.bodyUnreadable(reason: "it broke off, or is not sent as HTTP has it") }
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(pieces: body.makeAsyncIterator()) }
}
