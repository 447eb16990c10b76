import Crypto
import Foundation
import NIOPosix

/// Bytes on the disk for as long as a request lasts: sealed under a key that only this process's memory has, in a file
/// that has no name, so that neither a crash nor a stolen disk leaves any of them behind.
actor SealedSpool {
    private static let pieceSize = 64 << 10
    private static let sealSize = 16

    private let file: FileDescriptorBox
    private let key = SymmetricKey(size: .bits256)
    private var waiting: [UInt8] = []
    private var pieces = 0
    private(set) var size = 0

    /// - Throws: ``WebsiteFailure/spoolUnusable(reason:)``.
    init(folder: URL) throws(WebsiteFailure) {
        var template = Array(folder.appending(path: "upload-XXXXXX").path.utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .spoolUnusable(reason: String(cString: strerror(errno))) }
        unlink(template)
        file = FileDescriptorBox(descriptor)
    }

    func append(_ bytes: some Sequence<UInt8> & Sendable) async throws {
        waiting.append(contentsOf: bytes)
        while waiting.count >= SealedSpool.pieceSize {
            try await write(Array(waiting.prefix(SealedSpool.pieceSize)))
            waiting.removeFirst(SealedSpool.pieceSize)
        }
    }

    /// After the last byte; nothing may be appended behind it.
    func close() async throws {
        if !waiting.isEmpty { try await write(waiting) }
        waiting = []
    }

    /// One piece, opened; nil behind the last.
    func piece(_ number: Int) async throws -> [UInt8]? {
        guard (0..<pieces).contains(number) else { return nil }
        let isLast = number == pieces - 1
        let length = isLast ? size - number * SealedSpool.pieceSize : SealedSpool.pieceSize
        let sealed = try await stored(number, length: length + SealedSpool.sealSize)
        let box = try AES.GCM.SealedBox(
            nonce: nonce(number), ciphertext: sealed.prefix(length), tag: sealed.suffix(SealedSpool.sealSize))
        return Array(try AES.GCM.open(box, using: key))
    }

    private func write(_ piece: [UInt8]) async throws {
        let box = try AES.GCM.seal(piece, using: key, nonce: nonce(pieces))
        let bytes = Array(box.ciphertext) + Array(box.tag)
        let place = offset(of: pieces)
        let file = file
        pieces += 1
        size += piece.count
        try await NIOThreadPool.singleton.runIfActive {
            guard pwrite(file.descriptor, bytes, bytes.count, place) == bytes.count else {
                throw WebsiteFailure.spoolUnusable(reason: String(cString: strerror(errno)))
            }
        }
    }

    private func stored(_ number: Int, length: Int) async throws -> [UInt8] {
        let place = offset(of: number)
        let file = file
        return try await NIOThreadPool.singleton.runIfActive {
            var bytes = [UInt8](repeating: 0, count: length)
            guard pread(file.descriptor, &bytes, length, place) == length else {
                throw WebsiteFailure.spoolUnusable(reason: String(cString: strerror(errno)))
            }
            return bytes
        }
    }

    private func offset(of number: Int) -> off_t { off_t(number * (SealedSpool.pieceSize + SealedSpool.sealSize)) }

    /// The number of the piece: no piece is ever sealed twice under a key.
    private func nonce(_ number: Int) throws -> AES.GCM.Nonce {
        try AES.GCM.Nonce(data: withUnsafeBytes(of: UInt64(number).bigEndian) { [0, 0, 0, 0] + Array($0) })
    }
}

/// An open file that is closed with its last holder.
private final class FileDescriptorBox: Sendable {
    let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }
}
