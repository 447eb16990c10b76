/// Two records of two packets, counted across all packets.
package struct BlindPair: Hashable, Sendable {
    package let first: Int
    package let second: Int
    /// The probability that both are one person, or the Dice coefficient of their filters.
    package let value: Double
    /// Orders pairs of one value: how much the shared keys say.
    let weight: Int

    func moved(by one: Int, _ other: Int) -> BlindPair {
        BlindPair(first: first + one, second: second + other, value: value, weight: weight)
    }
}
