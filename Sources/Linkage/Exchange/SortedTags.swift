/// The tags of a packet, sorted.
struct SortedTags {
    struct Entry {
        let tag: UInt64
        /// `record * slots + slot`.
        let place: UInt32
    }

    let entries: [Entry]

    init(_ packet: CodePacket) {
        let count = packet.header.records * packet.header.slots
        var entries: [Entry] = []
        entries.reserveCapacity(count)
        packet.codes.withUnsafeBytes { bytes in
            for place in 0..<count {
                let tag = bytes.loadUnaligned(fromByteOffset: place * Tags.width, as: UInt64.self)
                entries.append(Entry(tag: tag, place: UInt32(truncatingIfNeeded: place)))
            }
        }
        self.entries = entries.sorted { ($0.tag, $0.place) < ($1.tag, $1.place) }
    }
}
