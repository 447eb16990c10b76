/// Looks into files for what harms those who open them.
package protocol VirusScanner: Sendable {
    /// - Throws: Where it cannot say: the file then waits in quarantine.
    func verdict(on bytes: [UInt8]) async throws -> ScanVerdict
}

/// What a scanner says of a file.
package enum ScanVerdict: String, Sendable, Hashable {
    case clean, infected
}

/// No scanner: every file waits in quarantine until there is one.
package struct NoScanner: VirusScanner {
    package init() {}

    /// Nobody can say whether the file is clean.
    package func verdict(on bytes: [UInt8]) async throws -> ScanVerdict {
        throw ScannerFailure.unreachable(reason: "none is set")
    }
}
