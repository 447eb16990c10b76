/// Jaro–Winkler similarity, for links that must use the same measure as other programs.
enum JaroWinkler {
    /// 0 for nothing in common, 1 for identity.
    ///
    /// - Parameter prefixWeight: What each of the first four equal letters adds.
    /// - Source: Winkler (1990), String comparator metrics and enhanced decision rules in the Fellegi–Sunter model.
    static func similarity(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>, prefixWeight: Double = 0.1)
        -> Double
    {
        let (one, other) = (Array(first), Array(second))
        guard !one.isEmpty, !other.isEmpty else { return one.isEmpty && other.isEmpty ? 1 : 0 }
        let reach = max(0, max(one.count, other.count) / 2 - 1)
        var taken = [Bool](repeating: false, count: other.count)
        var matched: [UInt8] = []
        for (place, letter) in one.enumerated() {
            let range = max(0, place - reach)..<max(max(0, place - reach), min(other.count, place + reach + 1))
            if let found = range.first(where: { !taken[$0] && other[$0] == letter }) {
                taken[found] = true
                matched.append(letter)
            }
        }
        guard !matched.isEmpty else { return 0 }
        let partners = other.indices.filter { taken[$0] }.map { other[$0] }
        let swaps = Double(zip(matched, partners).count { $0 != $1 }) / 2
        let common = Double(matched.count)
        let jaro = (common / Double(one.count) + common / Double(other.count) + (common - swaps) / common) / 3
        let prefix = zip(one, other).prefix(4).prefix { $0 == $1 }.count
        return jaro + Double(prefix) * prefixWeight * (1 - jaro)
    }
}
