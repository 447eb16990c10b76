import Crypto
import Foundation

/// Makes packets at an agency.
package struct PacketMaker {
    private let key: RunKey
    private let agency: String

    package init(_ key: RunKey, agency: String) {
        self.key = key
        self.agency = agency
    }

    /// A packet with the order in which it holds the records.
    package struct Made {
        package let packet: CodePacket
        /// Of each place in the packet, the number of the record at home.
        package let order: [Int]
    }

    /// The tags of match keys, records in an order of chance.
    ///
    /// - Throws: ``LinkageFailure/unusableKey(reason:)``.
    package func packet(
        of keys: MatchKeys, using generator: inout some RandomNumberGenerator, progress: (Int) -> Void = { _ in }
    ) throws(LinkageFailure) -> Made {
        let maker = try Tags.Maker(key)
        let order = Array(0..<keys.count).shuffled(using: &generator)
        let classes = keys.plan.classes
        var codes = [UInt8](repeating: 0, count: keys.count * keys.slotCount * maker.width)
        for (place, record) in order.enumerated() {
            let texts = keys.texts(of: record)
            for slots in classes {
                for (slot, source) in zip(slots, slots.shuffled(using: &generator)) {
                    let tag: [UInt8]
                    if let text = texts[source] { tag = try maker.tag(text) } else { tag = try maker.dummy(&generator) }
                    let start = (place * keys.slotCount + slot) * maker.width
                    codes.replaceSubrange(start..<start + maker.width, with: tag)
                }
            }
            progress(place + 1)
        }
        let header = PacketHeader(
            kind: .keys, agency: agency, terms: key.terms, round: key.round, plan: keys.plan.roles, schema: "",
            keys: [key.fingerprint], parties: key.parties, records: keys.count, persons: keys.personCount,
            slots: keys.slotCount, width: maker.width, chance: keys.chance, isSigned: false)
        return Made(
            packet: CodePacket(header: header, tokens: PacketMaker.tokens(keys.count, &generator), codes: codes),
            order: order)
    }

    /// Filters, in an order of chance.
    ///
    /// - Parameter schema: The bytes of the linkage schema with whatever hardening was agreed.
    /// - Throws: ``LinkageFailure/unusableKey(reason:)`` for a key of an exchange: filters cannot wait for further keys.
    package func packet(
        of filters: [BitFilter], schema: [UInt8], using generator: inout some RandomNumberGenerator
    ) throws(LinkageFailure) -> Made {
        guard key.kind == .shared else {
            throw .unusableKey(reason: "filters need a shared key; a key of an exchange is for --roles")
        }
        guard let length = filters.first?.length else { throw .nothingToCompare(records: 0) }
        let order = Array(filters.indices).shuffled(using: &generator)
        let header = PacketHeader(
            kind: .filters, agency: agency, terms: key.terms, round: key.round, plan: [],
            schema: SHA256.hash(data: schema).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(),
            keys: [key.fingerprint], parties: 1, records: filters.count, persons: filters.count, slots: 1,
            width: length / 8, chance: nil, isSigned: false)
        return Made(
            packet: CodePacket(
                header: header, tokens: PacketMaker.tokens(filters.count, &generator),
                codes: order.flatMap { filters[$0].bytes }), order: order)
    }

    private static func tokens(_ count: Int, _ generator: inout some RandomNumberGenerator) -> [UInt8] {
        (0..<count * CodePacket.tokenWidth).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
}

extension CodePacket {
    /// The packet with a further party's key on it.
    ///
    /// The last key closes the tags: from then on they can be compared, and no further key can be put on.
    ///
    /// - Throws: ``LinkageFailure/notComparable(reason:)`` for a packet of another project or round, or one that has
    ///   this key already; ``LinkageFailure/damagedPacket(reason:)`` for what are no tags.
    package func raised(by key: RunKey, progress: (Int) -> Void = { _ in }) throws(LinkageFailure) -> CodePacket {
        if header.isComparable { throw .notComparable(reason: "it has the keys of all its parties already") }
        guard header.terms.project == key.terms.project, header.round == key.round, header.parties == key.parties else {
            throw .notComparable(reason: "the packet and the key are of another project, round or number of parties")
        }
        guard !header.keys.contains(key.fingerprint) else {
            throw .notComparable(reason: "this key is on it already: the other party must put on its own")
        }
        let raiser = try Tags.Raiser(key)
        var packet = self
        packet.header.keys.append(key.fingerprint)
        let isLast = packet.header.isComparable
        packet.header.width = isLast ? Tags.width : Tags.pointWidth
        packet.codes = []
        packet.codes.reserveCapacity(header.records * header.slots * packet.header.width)
        for place in 0..<header.records * header.slots {
            let start = place * Tags.pointWidth
            let product = try raiser.raised(Array(codes[start..<start + Tags.pointWidth]))
            packet.codes += isLast ? Tags.finished(product) : product
            if (place + 1) % header.slots == 0 { progress((place + 1) / header.slots) }
        }
        return packet
    }
}
