package import Foundation

/// Places on disk that tests may read.
package enum Repository {
    /// The root of the checkout.
    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Data beside the checkout that a fresh clone does not have: nil there, and the test that wants it is skipped.
    package static func shared(_ path: String) -> URL? {
        let url = root.deletingLastPathComponent().appending(path: "shared/data").appending(path: path)
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }

    /// One of the papers that the project began with, likewise beside the checkout only.
    package static func seed(_ name: String) -> URL? { shared("../seeds/\(name)") }
}
