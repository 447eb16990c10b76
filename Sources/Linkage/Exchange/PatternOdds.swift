/// The probability of one person for each pattern of agreement.
struct PatternOdds {
    private let values: [AgreementPattern: Double]

    /// - Parameters:
    ///   - observed: Pairs that share keys, by pattern.
    ///   - all: All pairs of persons of the two packets.
    ///   - chance: What each agency counted in its own file.
    init(_ observed: [AgreementPattern: Int], all: Double, chance: [ChanceAgreement]) {
        let known = chance.filter { $0.pairs > 0 }
        var raw: [AgreementPattern: Double] = [:]
        for (pattern, count) in observed {
            let shares = known.map { $0.share(of: pattern.text) }
            let expected = shares.isEmpty ? 0 : all * shares.reduce(0, +) / Double(shares.count)
            // Half a pair each way: one pair where none is expected is likely, not sure.
            raw[pattern] = max(0, (Double(count) - expected + 0.5) / (Double(count) + 1))
        }
        // Who agrees in more is not less likely one person.
        var values: [AgreementPattern: Double] = [:]
        for (pattern, value) in raw {
            values[pattern] = raw.reduce(value) { pattern.includes($1.key) ? max($0, $1.value) : $0 }
        }
        self.values = values
    }

    func probability(_ pattern: AgreementPattern) -> Double { min(0.9999, values[pattern] ?? 0) }
}
