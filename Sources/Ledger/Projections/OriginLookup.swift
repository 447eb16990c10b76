import Mechanisms
import Vocabulary

/// Finds which imported rows are already records.
enum OriginLookup {
    /// Looked up in the order of the index; what is not known is left out.
    static func known(_ origins: [Origin], _ connection: any StoreConnection) throws -> [Origin: RecordID] {
        var known: [Origin: RecordID] = [:]
        for origin in origins.sorted(by: { ($0.high, $0.low) < ($1.high, $1.low) }) {
            let record = try connection.first(select, [.bytes(origin.bytes)]) { RecordID(stored: $0.bytes(0)) }
            if let record { known[origin] = record }
        }
        return known
    }

    static let select = "SELECT record FROM origin WHERE fingerprint = :fingerprint"
}

extension Origin {
    /// Its 16 bytes as stored.
    var bytes: [UInt8] {
        withUnsafeBytes(of: high.bigEndian) { Array($0) } + withUnsafeBytes(of: low.bigEndian) { Array($0) }
    }
}
