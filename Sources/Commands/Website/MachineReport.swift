import Foundation
import Ledger
import Mechanisms
import Publication
import Registry
import Vocabulary
import Website

/// How the machine stands: the program's file, the book, the ledger, and the disk that the register lies on.
struct MachineReport: MachineRoom {
    private let place: RegisterFolder
    private let registry: Registry

    init(_ place: RegisterFolder, _ registry: Registry) { (self.place, self.registry) = (place, registry) }

    func condition() throws -> MachineCondition {
        let ledger = registry.ledger
        return MachineCondition(
            program: program, book: book, mechanisms: registry.book.mechanisms.count,
            position: try ledger.position().sequence,
            checkpoint: try ledger.newestCheckpoint().map { .init(event: $0.sequence, at: $0.signedAt) },
            registerBytes: size, freeBytes: free, releases: ReleaseFolder(of: place).count)
    }

    /// The schema that it writes, and the day on which it was built.
    private var program: String {
        let built = (try? FileManager.default.attributesOfItem(atPath: "/proc/self/exe"))
            .flatMap { _ in try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") }
            .flatMap { try? FileManager.default.attributesOfItem(atPath: $0)[.modificationDate] as? Date }
        let day = built.map { Timestamp(milliseconds: Int64($0.timeIntervalSince1970 * 1000)).day.description }
        return "rapporteur, schema \(Schema.ledger.version)" + (day.map { ", \($0)" } ?? "")
    }

    /// Twelve digits that differ wherever two books differ in what they say of records.
    private var book: String {
        let says = registry.book.mechanisms.map { mechanism in
            let steps = mechanism.transitions.map { "\($0.name)>\($0.destinations.joined(separator: ","))" }
            return "\(mechanism.name)|\(mechanism.fields.map(\.name))|\(mechanism.states)|\(steps)"
        }
        return String(digest(of: Array(says.joined(separator: "\n").utf8)).prefix(12))
    }

    private var size: Int64 {
        let files = FileManager.default.enumerator(atPath: place.path)?.compactMap { $0 as? String } ?? []
        return files.reduce(0) { sum, file in
            let facts = try? FileManager.default.attributesOfItem(atPath: place.url.appending(path: file).path)
            return sum + ((facts?[.size] as? NSNumber)?.int64Value ?? 0)
        }
    }

    private var free: Int64? {
        let facts = try? FileManager.default.attributesOfFileSystem(forPath: place.path)
        return (facts?[.systemFreeSize] as? NSNumber)?.int64Value
    }
}
