/// Pairs of records of two packets that share tags, with the probability that both are one person.
///
/// Pairs are counted by what they agree in. By chance alone there would be so many of each pattern: each agency counted
/// it in its own file, where all persons are different. What is beyond that is one person (as in target-decoy estimates
/// of false discoveries: Elias and Gygi 2007, Nature Methods 4, 207-214).
struct SharedKeys {
    private let one: PacketHeader
    private let other: PacketHeader
    private let plan: KeyPlan
    /// What each pair that shares a tag agrees in.
    private var patterns: [UInt64: AgreementPattern] = [:]

    /// Nothing compared yet.
    init(_ one: PacketHeader, _ other: PacketHeader) {
        (self.one, self.other) = (one, other)
        plan = KeyPlan(roles: one.plan.compactMap(Role.init(rawValue:)))
    }

    /// Takes the tags of both packets, or of one part of them, in. A tag that stands twice in a packet is nobody's: whoever
    /// keeps to the protocol sends none, and all pairs of those who do not might be without end.
    mutating func add(_ first: SortedTags, _ second: SortedTags) {
        let slots = plan.slots.count
        guard slots == one.slots else { return }
        var (left, right) = (0, 0)
        while left < first.entries.count, right < second.entries.count {
            let (tag, against) = (first.entries[left].tag, second.entries[right].tag)
            let (leftEnd, rightEnd) = (first.end(of: left), second.end(of: right))
            if tag == against, leftEnd == left + 1, rightEnd == right + 1 {
                let (place, partner) = (Int(first.entries[left].place), Int(second.entries[right].place))
                patterns[
                    UInt64(place / slots) << 32 | UInt64(partner / slots),
                    default: AgreementPattern(fields: plan.fields.count)
                ].add(plan.agreement(place % slots, partner % slots))
            }
            if tag <= against { left = leftEnd }
            if against <= tag { right = rightEnd }
        }
    }

    /// Numbered within each packet.
    var pairs: [BlindPair] {
        let observed = patterns.values.reduce(into: [AgreementPattern: Int]()) { $0[$1, default: 0] += 1 }
        let all = Double(one.persons) * Double(other.persons)
        let probabilities = PatternOdds(observed, all: all, chance: [one.chance, other.chance].compactMap { $0 })
        return patterns.map { key, pattern in
            BlindPair(
                first: Int(key >> 32), second: Int(key & 0xFFFF_FFFF), value: probabilities.probability(pattern),
                weight: pattern.weight)
        }.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }
}
