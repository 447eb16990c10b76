import Foundation
import Linkage

/// Files of the blind exchange.
enum BlindFiles {
    static func read(_ place: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: place), options: .mappedIfSafe))
        } catch {
            throw CommandFailure.unreadable(file: place, reason: "there is none, or its rights do not let it")
        }
    }

    /// Writes whole or not at all.
    static func write(_ bytes: [UInt8], to place: String) throws {
        do {
            try Data(bytes).write(to: URL(filePath: place), options: .atomic)
        } catch {
            throw CommandFailure.unwritable(file: place, reason: "the disk or its rights do not let it")
        }
    }

    /// Writes what nobody else may read; never over another file, since a key that is gone opens nothing any more.
    static func writeSecret(_ bytes: [UInt8], to place: String) throws {
        guard !FileManager.default.fileExists(atPath: place) else { throw CommandFailure.exists(path: place) }
        let file = LazyFile(place)
        try file.write(bytes)
        try file.close()
    }

    static func agencyKey(_ place: String) throws -> AgencyKey { try AgencyKey(file: read(place)) }

    static func card(_ place: String) throws -> AgencyCard { try AgencyCard(file: read(place)) }

    static func runKey(_ place: String) throws -> RunKey { try RunKey(file: read(place)) }

    /// What is said beside the result.
    static func talk(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
