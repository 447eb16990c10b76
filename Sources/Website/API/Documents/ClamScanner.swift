import Foundation
import Glibc

/// ClamAV's daemon through its socket, by its command INSTREAM: the file is sent in pieces, and nothing of it is written
/// to a disk.
///
/// - Source: clamd(8), section COMMANDS; ClamAV 1.4.
package struct ClamScanner: VirusScanner {
    /// Where the daemon listens.
    package enum Place: Sendable, Hashable {
        /// A path, such as `/var/run/clamav/clamd.ctl`.
        case file(String)
        /// A port of this machine.
        case port(UInt16)
    }

    /// Where Debian's package lets the daemon listen.
    package static let usualSocket = "/var/run/clamav/clamd.ctl"

    private let place: Place
    private let timeoutSeconds: Int

    package init(at place: Place, timeoutSeconds: Int = 30) {
        self.place = place
        self.timeoutSeconds = timeoutSeconds
    }

    /// - Throws: ``ScannerFailure``.
    package func verdict(on bytes: [UInt8]) async throws -> ScanVerdict {
        // On a thread of its own: a daemon that is slow must not hold those that wait for the ledger.
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try ask(bytes) })
            }
        }
    }

    /// Whether the daemon is there now; it may come and go while the house stands.
    package func answers() async -> Bool {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: (try? pong()) == "PONG") }
        }
    }

    private func pong() throws(ScannerFailure) -> String {
        let descriptor = try connected()
        defer { close(descriptor) }
        try send(Array("zPING\0".utf8), to: descriptor)
        return try answer(from: descriptor)
    }

    private func ask(_ bytes: [UInt8]) throws(ScannerFailure) -> ScanVerdict {
        let descriptor = try connected()
        defer { close(descriptor) }
        try send(Array("zINSTREAM\0".utf8), to: descriptor)
        for start in stride(from: 0, to: bytes.count, by: 64 << 10) {
            let piece = bytes[start..<min(start + 64 << 10, bytes.count)]
            try send(ClamScanner.length(piece.count) + piece, to: descriptor)
        }
        try send(ClamScanner.length(0), to: descriptor)
        return try ClamScanner.verdict(answer(from: descriptor))
    }

    /// `stream: OK`, `stream: Eicar-Test-Signature FOUND`, or an error.
    static func verdict(_ answer: String) throws(ScannerFailure) -> ScanVerdict {
        if answer == "stream: OK" { return .clean }
        if answer.hasPrefix("stream: "), answer.hasSuffix(" FOUND") { return .infected }
        throw .refused
    }

    private static func length(_ count: Int) -> [UInt8] { withUnsafeBytes(of: UInt32(count).bigEndian) { Array($0) } }

    private func connected() throws(ScannerFailure) -> Int32 {
        let isFile = if case .file = place { true } else { false }
        let descriptor = socket(isFile ? AF_UNIX : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw failure() }
        var patience = timeval(tv_sec: timeoutSeconds, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
        }
        let isConnected =
            switch place {
            case .file(let path): connect(descriptor, path: path)
            case .port(let port): connect(descriptor, port: port)
            }
        guard isConnected else {
            let failure = failure()
            close(descriptor)
            throw failure
        }
        return descriptor
    }

    private func connect(_ descriptor: Int32, path: String) -> Bool {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8)
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        return connect(descriptor, &address)
    }

    private func connect(_ descriptor: Int32, port: UInt16) -> Bool {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return connect(descriptor, &address)
    }

    private func connect<Address>(_ descriptor: Int32, _ address: inout Address) -> Bool {
        withUnsafeBytes(of: &address) { bytes in
            guard let start = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return false }
            return Glibc.connect(descriptor, start, socklen_t(bytes.count)) == 0
        }
    }

    private func send(_ bytes: [UInt8], to descriptor: Int32) throws(ScannerFailure) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw failure() }
            sent += count
        }
    }

    /// Up to the nought byte that ends it.
    private func answer(from descriptor: Int32) throws(ScannerFailure) -> String {
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1024)
        while !answer.contains(0), answer.count < 4096 {
            let count = recv(descriptor, &piece, piece.count, 0)
            guard count > 0 else { throw failure() }
            answer += piece.prefix(count)
        }
        return String(decoding: answer.prefix { $0 != 0 }, as: UTF8.self)
    }

    private func failure() -> ScannerFailure { .unreachable(reason: String(cString: strerror(errno))) }
}
