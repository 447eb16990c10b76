/// The tags of a packet, or of a part of all tags that there can be, sorted.
struct SortedTags {
    struct Entry {
        let tag: UInt64
        /// `record * slots + slot`.
        let place: UInt32
    }

    private(set) var entries: [Entry] = []

    /// So many tags, on average, are sorted at once: 256 MB of them.
    static let usualHeld = 1 << 24

    /// - Parameters:
    ///   - part: Which part, from 0; tags of one part of two packets are of no other.
    ///   - parts: Into how many all tags are divided.
    init(_ packet: CodePacket, part: Int = 0, of parts: Int = 1) {
        let count = packet.header.records * packet.header.slots
        entries.reserveCapacity(count / parts + count / parts / 8)
        packet.codes.withUnsafeBytes { bytes in
            for place in 0..<count {
                let tag = bytes.loadUnaligned(fromByteOffset: place * Tags.width, as: UInt64.self)
                guard tag.multipliedFullWidth(by: UInt64(parts)).high == UInt64(part) else { continue }
                entries.append(Entry(tag: tag, place: UInt32(truncatingIfNeeded: place)))
            }
        }
        entries.sort { ($0.tag, $0.place) < ($1.tag, $1.place) }
    }

    /// One past the last of the equal tags that begin at a place.
    func end(of start: Int) -> Int {
        var end = start + 1
        while end < entries.count, entries[end].tag == entries[start].tag { end += 1 }
        return end
    }
}
