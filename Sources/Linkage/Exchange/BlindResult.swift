/// What a run found, before anything of it is told.
package struct BlindResult: Sendable {
    private let packets: [CodePacket]
    private let starts: [Int]
    private let values: [UInt64: Double]
    private let groups: [[Int]]

    init(packets: [CodePacket], starts: [Int], pairs: [BlindPair], groups: [[Int]]) {
        self.packets = packets
        self.starts = starts
        self.groups = groups
        values = Dictionary(pairs.map { (UInt64($0.first) << 32 | UInt64($0.second), $0.value) }) { first, _ in first }
    }

    /// A pair as it is told: tokens that mean something to the two agencies only.
    package struct Line: Hashable, Sendable {
        package let firstPacket: Int
        package let firstToken: String
        package let secondPacket: Int
        package let secondToken: String
        /// Nil where the two are in one group through a third.
        package let value: Double?
        package let person: Int
    }

    /// How many persons are in all of some packets and in no other.
    package struct Overlap: Hashable, Sendable {
        /// Places of the packets, from 0.
        package let packets: [Int]
        /// Nil where they are too few to be told; else rounded to ``BlindResult/step``.
        package let persons: Int?
    }

    /// Told counts are rounded to this, so that two runs that differ by a person say the same.
    package static let step = 5

    /// Whether pairs may be told: every set of packets that have persons in common has at least so many of them, and so
    /// many persons are in every packet.
    package func mayTellPairs(least: Int) -> Bool {
        counts.values.allSatisfy { $0 >= least } && packets.allSatisfy { $0.header.persons >= least }
    }

    /// Overlaps of two packets or more, protected.
    package func overlaps(least: Int) -> [Overlap] {
        counts.keys.sorted { ($0.count, $0.description) < ($1.count, $1.description) }.map { key in
            let count = counts[key] ?? 0
            return Overlap(packets: key, persons: count < least ? nil : BlindResult.rounded(count))
        }
    }

    /// The pairs within all groups, those across packets only.
    package var lines: [Line] {
        groups.enumerated().flatMap { person, records in
            records.indices.flatMap { one in
                records.indices.dropFirst(one + 1).compactMap { other in line(records[one], records[other], person) }
            }
        }
    }

    private func line(_ first: Int, _ second: Int, _ person: Int) -> Line? {
        let (one, other) = (packet(of: first), packet(of: second))
        guard one != other else { return nil }
        return Line(
            firstPacket: one, firstToken: packets[one].token(first - starts[one]), secondPacket: other,
            secondToken: packets[other].token(second - starts[other]),
            value: values[UInt64(first) << 32 | UInt64(second)], person: person + 1)
    }

    private func packet(of record: Int) -> Int { starts.lastIndex { $0 <= record } ?? 0 }

    private var counts: [[Int]: Int] {
        groups.reduce(into: [:]) { counts, records in
            let key = Set(records.map(packet)).sorted()
            if key.count > 1 { counts[key, default: 0] += 1 }
        }
    }

    private static func rounded(_ count: Int) -> Int { (count + step / 2) / step * step }
}
