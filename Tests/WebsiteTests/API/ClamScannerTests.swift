import Foundation
import Glibc
import Synchronization
import Testing

@testable import Website

/// Speaks with a daemon by clamd's words, and says nothing of a file where there is none.
@Suite struct ClamScannerTests {
    /// Answers one question on a socket of its own, and keeps what was sent.
    private final class Daemon: Sendable {
        let path: String
        private let listener: Int32
        private let taken = Mutex<[UInt8]>([])

        var bytes: [UInt8] { taken.withLock { $0 } }

        init() throws {
            path = FileManager.default.temporaryDirectory.appending(path: "clam-\(UUID().uuidString)").path
            listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { [path] in $0.copyBytes(from: Array(path.utf8)) }
            let bound = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            try #require(bound == 0 && listen(listener, 1) == 0)
        }

        deinit {
            close(listener)
            unlink(path)
        }

        /// Takes command and stream up to the piece of no length, then answers; on a thread of its own.
        func serve(_ answer: String) {
            Thread.detachNewThread { [self] in
                let connection = accept(listener, nil, nil)
                defer { close(connection) }
                var all: [UInt8] = []
                var piece = [UInt8](repeating: 0, count: 100_000)
                while !all.suffix(4).elementsEqual([0, 0, 0, 0]) {
                    let count = recv(connection, &piece, piece.count, 0)
                    guard count > 0 else { break }
                    all += piece.prefix(count)
                }
                taken.withLock { $0 = all }
                _ = Array((answer + "\0").utf8).withUnsafeBytes {
                    Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
            }
        }
    }

    @Test(arguments: [("stream: OK", ScanVerdict.clean), ("stream: Eicar-Test-Signature FOUND", .infected)])
    func takesTheWordOfTheDaemon(answer: String, expected: ScanVerdict) async throws {
        let daemon = try Daemon()
        let scanner = ClamScanner(at: .file(daemon.path), timeoutSeconds: 60)
        daemon.serve(answer)
        // 64 KiB and one more, so that it goes in two pieces.
        let file = [UInt8](repeating: 7, count: 65_537)
        #expect(try await scanner.verdict(on: file) == expected)
        let sent = Array("zINSTREAM\0".utf8) + [0, 1, 0, 0] + file.prefix(65_536) + [0, 0, 0, 1, 7] + [0, 0, 0, 0]
        #expect(daemon.bytes == sent)
    }

    @Test(arguments: ["INSTREAM size limit exceeded. ERROR", "", "stream: OK and more", "FOUND"])
    func anythingElseIsNoVerdict(answer: String) {
        #expect(throws: ScannerFailure.refused) { try ClamScanner.verdict(answer) }
    }

    private static let realSocket = ProcessInfo.processInfo.environment["CLAMD_SOCKET"]

    /// `CLAMD_SOCKET=/var/run/clamav/clamd.ctl`: the industry's harmless test file, put together here so that no scanner
    /// of a checkout finds it in this one.
    @Test(.enabled(if: realSocket != nil)) func aRealDaemonFindsTheTestFile() async throws {
        let scanner = ClamScanner(at: .file(try #require(Self.realSocket)))
        let test = #"X5O!P%@AP[4\PZX54(P^)7CC)7}$"# + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!" + "$H+H*"
        #expect(try await scanner.verdict(on: Array(test.utf8)) == .infected)
        #expect(try await scanner.verdict(on: Array("A call came.".utf8)) == .clean)
    }

    @Test func saysNothingWhereNobodyListens() async {
        let scanner = ClamScanner(at: .file("/nowhere/clamd.ctl"), timeoutSeconds: 1)
        await #expect(throws: ScannerFailure.self) { try await scanner.verdict(on: [1]) }
    }

    @Test(arguments: [
        ("application/pdf", "%PDF-1.7", true), ("application/pdf", "<html>", false),
        ("text/plain", "A call came.", true),
        ("text/plain", "\u{0}", false), ("text/html", "<html>", false), ("image/svg+xml", "<svg/>", false),
        ("image/png", "%PDF-1.7", false), ("application/x-msdownload", "MZ", false),
    ])
    func takesAFileOnlyAsWhatItsBytesAre(claim: String, content: String, isTaken: Bool) {
        #expect((MediaType(claim, of: Array(content.utf8)) != nil) == isTaken)
    }
}
