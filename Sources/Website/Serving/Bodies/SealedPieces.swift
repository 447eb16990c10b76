import Crypto
import Foundation

/// Pieces of bytes on the disk, sealed under a key that only this process's memory has, in a file that has no name: neither
/// a crash nor a stolen disk leaves any of them behind. Its calls wait for the disk.
struct SealedPieces: Sendable {
    /// In bytes; only the last piece may be shorter.
    static let size = 64 << 10
    private static let sealSize = 16

    private let file: FileDescriptorBox
    private let key = SymmetricKey(size: .bits256)

    /// - Throws: ``WebsiteFailure/spoolUnusable(reason:)``.
    init(folder: URL) throws(WebsiteFailure) {
        var template = Array(folder.appending(path: "upload-XXXXXX").path.utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .spoolUnusable(reason: String(cString: strerror(errno))) }
        unlink(template)
        file = FileDescriptorBox(descriptor)
    }

    /// - Parameter number: From 0; none may be written twice.
    func write(_ piece: [UInt8], _ number: Int) throws {
        let box = try AES.GCM.seal(piece, using: key, nonce: nonce(number))
        let bytes = Array(box.ciphertext) + Array(box.tag)
        guard pwrite(file.descriptor, bytes, bytes.count, offset(of: number)) == bytes.count else {
            throw WebsiteFailure.spoolUnusable(reason: String(cString: strerror(errno)))
        }
    }

    /// One piece, opened.
    func read(_ number: Int, length: Int) throws -> [UInt8] {
        let stored = length + SealedPieces.sealSize
        var bytes = [UInt8](repeating: 0, count: stored)
        guard pread(file.descriptor, &bytes, stored, offset(of: number)) == stored else {
            throw WebsiteFailure.spoolUnusable(reason: String(cString: strerror(errno)))
        }
        let box = try AES.GCM.SealedBox(
            nonce: nonce(number), ciphertext: bytes.prefix(length), tag: bytes.suffix(SealedPieces.sealSize))
        return Array(try AES.GCM.open(box, using: key))
    }

    private func offset(of number: Int) -> off_t { off_t(number * (SealedPieces.size + SealedPieces.sealSize)) }

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
