/// A file that came with a request: it lasts as long as somebody holds this value, and nowhere in clear.
package struct UploadedFile: Sendable {
    /// Name of the form's field; empty for a body that is the file itself.
    package let field: String
    /// As the person's machine calls it, without folders; never a path, never to be trusted.
    package let name: String
    /// As the browser says, without parameters, in small letters; a claim, to be checked against the bytes.
    package let type: String
    /// In bytes.
    package let size: Int
    private let spool: SealedSpool

    init(field: String, name: String, type: String, size: Int, spool: SealedSpool) {
        self.field = field
        self.name = name
        self.type = type
        self.size = size
        self.spool = spool
    }

    /// Gives the bytes in pieces of at most 64 KiB.
    package func read(_ take: ([UInt8]) async throws -> Void) async throws {
        var number = 0
        while let piece = try await spool.piece(number) {
            try await take(piece)
            number += 1
        }
    }

    /// A stretch of its bytes, for work on threads that may wait; empty behind the end.
    ///
    /// - Parameter number: Of the stretch, from 0; each but the last has 64 KiB.
    func stretch(_ number: Int) throws -> [UInt8] {
        let length = min(SealedPieces.size, size - number * SealedPieces.size)
        return length > 0 ? try spool.pieces.read(number, length: length) : []
    }

    /// All bytes at once: for files that the route keeps small.
    package func bytes() async throws -> [UInt8] {
        var all: [UInt8] = []
        all.reserveCapacity(size)
        try await read { all += $0 }
        return all
    }
}
