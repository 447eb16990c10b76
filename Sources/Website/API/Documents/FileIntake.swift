import Ledger
import Mechanisms
package import Registry
import Vocabulary

/// Takes files in, has them looked into, and keeps them: one way for the interface, the pages and the command line.
package struct FileIntake: Sendable {
    let registry: Registry
    let scanner: any VirusScanner

    /// - Parameter scanner: Looks into every file.
    package init(registry: Registry, scanner: any VirusScanner) {
        (self.registry, self.scanner) = (registry, scanner)
    }

    /// In bytes, of one file.
    package static let largest = 25 << 20
    /// A file and the fields beside it.
    static let body = BodyRule.upload(limit: largest + 64 << 10)

    /// A file with what is said of it.
    struct Wish: Sendable {
        let file: GivenFile
        let about: RecordID
        let effective: Period
        /// Made by the one who sends it, so that a repetition does nothing.
        let key: String?
    }

    /// Has it scanned, then keeps it or nothing.
    func attach(_ wish: Wish, _ asking: Asking) async throws -> SubmissionOutcome {
        let verdict = await verdict(on: wish.file.bytes)
        return try await Waiting.run {
            try registry.attach(
                wish.file, to: wish.about, found: verdict, effective: wish.effective, asking, key: wish.key)
        }
    }

    /// Has a file that no scanner has seen looked into once more.
    ///
    /// - Parameter version: The version of its record that this rests on; nil for the present one.
    /// - Returns: Nil where the file waits for no scanner.
    /// - Throws: ``InterfaceRefusal/notClean`` where the scanner still says nothing.
    func scan(_ document: RecordID, version: Int?, on day: CalendarDate, _ asking: Asking) async throws
        -> SubmissionOutcome?
    {
        let waiting = try await Waiting.run { try registry.waitingFile(of: document, asking) }
        guard let waiting else { return nil }
        let verdict = await verdict(on: waiting.bytes)
        guard verdict != .waiting else { throw InterfaceRefusal.notClean }
        return try await Waiting.run {
            try registry.settle(document, found: verdict, version: version ?? waiting.version, on: day, asking)
        }
    }

    /// Where the scanner says nothing, the file waits.
    func verdict(on bytes: [UInt8]) async -> FileVerdict {
        switch try? await scanner.verdict(on: bytes) {
        case .clean: .clean
        case .infected: .infected
        case nil: .waiting
        }
    }
}
