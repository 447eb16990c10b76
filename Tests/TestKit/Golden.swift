import Foundation

/// Output kept beside a test and read in review when it changes: `GOLDEN=write` stores what the test made.
package enum Golden {
    /// The first line in which `text` differs from the stored file; nil where they are the same.
    ///
    /// - Parameter file: Under `Golden` beside the test that asks.
    package static func difference(
        _ text: String, from file: String, beside test: StaticString = #filePath
    ) throws -> String? {
        let url = URL(filePath: "\(test)").deletingLastPathComponent().appending(path: "Golden/\(file)")
        if ProcessInfo.processInfo.environment["GOLDEN"] == "write" {
            let folder = url.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
            return nil
        }
        let stored = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        if stored == text { return nil }
        let (old, new) = (lines(stored), lines(text))
        let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
        return line.map { "\(file) line \($0.offset + 1): \($0.element.1)" }
            ?? "\(file): \(old.count) lines, now \(new.count)"
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }
    }
}
