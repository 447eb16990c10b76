/// How often two different persons share keys, counted by an agency in its own file.
package struct ChanceAgreement: Codable, Hashable, Sendable {
    /// Pairs of persons by the pattern of what they agree in.
    let counts: [String: Int]
    /// All pairs of persons among which they were found.
    let pairs: Double

    /// The share of all pairs that have a pattern; 0 where nothing was seen.
    func share(of pattern: String) -> Double { pairs > 0 ? Double(counts[pattern] ?? 0) / pairs : 0 }
}
