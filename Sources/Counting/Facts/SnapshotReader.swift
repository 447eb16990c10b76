import Mechanisms
import Vocabulary

/// Fills columns from the bytes that ``SnapshotWriter`` laid out.
struct SnapshotReader: ColumnVisitor {
    private let bytes: [UInt8]
    private var offset = 0

    /// - Throws: ``CountingFailure/snapshotUnfit(_:)`` where the checksum does not fit: cut short, or changed.
    init(_ bytes: [UInt8]) throws(CountingFailure) {
        guard bytes.count >= 8 else { throw .snapshotUnfit("it is cut short") }
        self.bytes = bytes
        offset = bytes.count - 8
        let found = try number()
        var checksum = Checksum()
        bytes.withUnsafeBytes { checksum.add(bytes: UnsafeRawBufferPointer(rebasing: $0[..<($0.count - 8)])) }
        guard found == checksum.value else { throw .snapshotUnfit("its checksum does not fit its bytes") }
        offset = 0
    }

    mutating func visit<Number: FixedWidthInteger>(_ column: inout [Number]) throws(CountingFailure) {
        let count = try self.count(of: MemoryLayout<Number>.size)
        column = [Number](unsafeUninitializedCapacity: count) { buffer, filled in
            bytes.withUnsafeBytes { source in
                let length = count * MemoryLayout<Number>.size
                UnsafeMutableRawBufferPointer(buffer).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + length]))
            }
            filled = count
        }
        offset += count * MemoryLayout<Number>.size
    }

    mutating func visit(_ texts: inout [String]) throws(CountingFailure) {
        let count = try self.count(of: 8)
        texts = []
        for _ in 0..<count { texts.append(try text()) }
    }

    mutating func visit(_ sets: inout CodeSets) throws(CountingFailure) {
        var counts: [UInt16] = []
        var members: [UInt16] = []
        try visit(&counts)
        try visit(&members)
        guard counts.reduce(0, { $0 + Int($1) }) == members.count else { throw .snapshotUnfit("a column is cut short") }
        var start = 0
        sets = CodeSets(
            sets: counts.map { count in
                defer { start += Int(count) }
                return Array(members[start..<start + Int(count)])
            })
    }

    mutating func visit(_ index: inout RecordIndex) throws(CountingFailure) {
        var words: [UInt64] = []
        var isOpened: [UInt8] = []
        try visit(&words)
        try visit(&isOpened)
        guard words.count == isOpened.count * 2 else { throw .snapshotUnfit("a column is cut short") }
        index = RecordIndex(
            ids: isOpened.indices.map { RecordID(high: words[$0 * 2], low: words[$0 * 2 + 1]) }, isOpened: isOpened)
    }

    mutating func number() throws(CountingFailure) -> UInt64 {
        guard bytes.count - offset >= 8 else { throw .snapshotUnfit("it is cut short") }
        let value = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
        offset += 8
        return UInt64(littleEndian: value)
    }

    mutating func text() throws(CountingFailure) -> String {
        let count = try self.count(of: 1)
        defer { offset += count }
        return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
    }

    /// A count of entries of `size` bytes that fit into what is left.
    private mutating func count(of size: Int) throws(CountingFailure) -> Int {
        let found = try number()
        guard found <= UInt64((bytes.count - offset) / size) else { throw .snapshotUnfit("it is cut short") }
        return Int(found)
    }
}
