import Mechanisms
import Vocabulary

/// Lays columns out as bytes: the count, then the entries, little-endian.
struct SnapshotWriter: ColumnVisitor {
    private(set) var bytes: [UInt8] = []

    mutating func visit<Number: FixedWidthInteger>(_ column: inout [Number]) throws(CountingFailure) {
        add(UInt64(column.count))
        // NB: every platform that Swift runs on today is little-endian; a big-endian one would have to swap here.
        column.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    mutating func visit(_ texts: inout [String]) throws(CountingFailure) {
        add(UInt64(texts.count))
        for text in texts { add(text) }
    }

    mutating func visit(_ sets: inout CodeSets) throws(CountingFailure) {
        var counts = sets.sets.map { UInt16($0.count) }
        var members = sets.sets.flatMap { $0 }
        try visit(&counts)
        try visit(&members)
    }

    mutating func visit(_ index: inout RecordIndex) throws(CountingFailure) {
        var words = index.ids.flatMap { [$0.high, $0.low] }
        try visit(&words)
        try visit(&index.isOpened)
    }

    mutating func add(_ number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ text: String) {
        add(UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    /// Ends the snapshot with the checksum of all before it.
    mutating func seal() {
        var checksum = Checksum()
        bytes.withUnsafeBytes { checksum.add(bytes: $0) }
        add(checksum.value)
    }
}
