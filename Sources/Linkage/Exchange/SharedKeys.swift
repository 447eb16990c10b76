/// Pairs of records of two packets that share tags, with the probability that both are one person.
///
/// Pairs are counted by what they agree in. By chance alone there would be so many of each pattern: each agency counted
/// it in its own file, where all persons are different. What is beyond that is one person (as in target-decoy estimates
/// of false discoveries: Elias and Gygi 2007, Nature Methods 4, 207-214).
struct SharedKeys {
    /// Numbered within each packet.
    let pairs: [BlindPair]

    init(_ first: SortedTags, _ second: SortedTags, _ one: PacketHeader, _ other: PacketHeader) {
        let roles = one.plan.compactMap(Role.init(rawValue:))
        let plan = KeyPlan(roles: roles)
        guard plan.slots.count == one.slots else {
            pairs = []
            return
        }
        let patterns = SharedKeys.patterns(first, second, plan)
        let observed = patterns.values.reduce(into: [AgreementPattern: Int]()) { $0[$1, default: 0] += 1 }
        let all = Double(one.persons) * Double(other.persons)
        let probabilities = PatternOdds(observed, all: all, chance: [one.chance, other.chance].compactMap { $0 })
        pairs = patterns.map { key, pattern in
            BlindPair(
                first: Int(key >> 32), second: Int(key & 0xFFFF_FFFF), value: probabilities.probability(pattern),
                weight: pattern.weight)
        }.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    /// What each pair that shares a tag agrees in.
    private static func patterns(
        _ first: SortedTags, _ second: SortedTags, _ plan: KeyPlan
    ) -> [UInt64: AgreementPattern] {
        var patterns: [UInt64: AgreementPattern] = [:]
        let slots = plan.slots.count
        var place = 0
        for entry in first.entries {
            while place < second.entries.count, second.entries[place].tag < entry.tag { place += 1 }
            var next = place
            while next < second.entries.count, second.entries[next].tag == entry.tag {
                let (one, other) = (Int(entry.place), Int(second.entries[next].place))
                patterns[
                    UInt64(one / slots) << 32 | UInt64(other / slots),
                    default: AgreementPattern(fields: plan.fields.count)
                ]
                .add(plan.agreement(one % slots, other % slots))
                next += 1
            }
        }
        return patterns
    }
}
