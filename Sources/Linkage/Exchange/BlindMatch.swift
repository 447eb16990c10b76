// Goals, in order: (1) packets that were not made for one another are refused with the reason; (2) a pair is worth what
// the agencies' own files say of chance: no label, no threshold found with the truth; (3) whoever matches needs no key.

/// Compares packets of codes.
package struct BlindMatch {
    private let packets: [CodePacket]
    private let threshold: Double
    private let isOneToOne: Bool
    /// The number of the first record of each packet, counted across all.
    private let starts: [Int]
    /// So many tags are sorted at once.
    private let tagsHeld: Int

    /// Dice coefficient from which two filters are alike, where nobody says otherwise.
    package static let defaultDice = 0.8
    /// Probability from which two records with shared keys are one person.
    package static let defaultProbability = 0.5

    /// - Parameters:
    ///   - threshold: A probability for keys, a Dice coefficient for filters; nil for the usual one.
    ///   - isOneToOne: Whether nobody is twice in one packet.
    ///   - tagsHeld: Tags that are sorted at once, 16 bytes each; nil for as many as take 256 MB.
    /// - Throws: ``LinkageFailure/notComparable(reason:)``.
    package init(
        _ packets: [CodePacket], threshold: Double? = nil, isOneToOne: Bool = true, tagsHeld: Int? = nil
    ) throws(LinkageFailure) {
        guard let first = packets.first, packets.count > 1 else {
            throw .notComparable(reason: "two packets are the least")
        }
        for (place, packet) in packets.enumerated().dropFirst() {
            if let difference = packet.header.difference(to: first.header) {
                throw .notComparable(reason: "packets 1 and \(place + 1): \(difference)")
            }
        }
        guard packets.count <= 32 else { throw .notComparable(reason: "32 packets are the most") }
        self.packets = packets
        self.threshold =
            threshold ?? (first.header.kind == .keys ? BlindMatch.defaultProbability : BlindMatch.defaultDice)
        self.isOneToOne = isOneToOne
        self.tagsHeld = max(1, tagsHeld ?? SortedTags.usualHeld)
        var starts = [0]
        for packet in packets { starts.append(starts[starts.count - 1] + packet.header.records) }
        self.starts = starts
    }

    /// The pairs and groups.
    ///
    /// - Throws: ``LinkageFailure/tooManyAlike(pairs:)``.
    package func result() throws(LinkageFailure) -> BlindResult {
        let found = packets[0].header.kind == .keys ? keyPairs() : try filterPairs()
        let source = packets.indices.flatMap { place in
            [UInt8](repeating: UInt8(truncatingIfNeeded: place), count: packets[place].header.records)
        }
        let groups = PartyGrouping(source: source, isOneToOne: isOneToOne).groups(found)
        return BlindResult(packets: packets, starts: starts, pairs: found, groups: groups)
    }

    private func keyPairs() -> [BlindPair] {
        let places = packets.indices.flatMap { first in
            packets.indices.filter { $0 > first }.map { (first: first, second: $0) }
        }
        var shared = places.map { SharedKeys(packets[$0.first].header, packets[$0.second].header) }
        let tags = packets.reduce(0) { $0 + $1.header.records * $1.header.slots }
        let parts = max(1, (tags + tagsHeld - 1) / tagsHeld)
        for part in 0..<parts {
            let sorted = packets.map { SortedTags($0, part: part, of: parts) }
            for (pair, place) in places.enumerated() { shared[pair].add(sorted[place.first], sorted[place.second]) }
        }
        return zip(places, shared).flatMap { place, shared in
            shared.pairs.filter { $0.value >= threshold }.map {
                $0.moved(by: starts[place.first], starts[place.second])
            }
        }
    }

    private func filterPairs() throws(LinkageFailure) -> [BlindPair] {
        let comparison = FilterComparison(threshold: threshold)
        let filters = packets.map { packet in
            let width = packet.header.width
            return (0..<packet.header.records).map {
                BitFilter(bytes: packet.codes[$0 * width..<($0 + 1) * width])
            }
        }
        var pairs: [BlindPair] = []
        for first in packets.indices {
            for second in packets.indices where second > first {
                for pair in try comparison.pairs(filters[first], filters[second]) {
                    pairs.append(
                        BlindPair(
                            first: pair.first + starts[first], second: pair.second + starts[second], value: pair.dice,
                            weight: 0))
                }
            }
        }
        return pairs
    }
}
