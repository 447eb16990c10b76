/// Words that are nobody's name: syllables drawn from a seed.
struct DemoWords {
    private static let syllables = [
        "ba", "cu", "di", "fe", "go", "hu", "ji", "ke", "lo", "mu", "ni", "pe", "qua", "ri", "su", "te", "vo", "wu",
        "xi", "ze",
    ]

    /// Three syllables with a capital letter, such as `Qualozu`.
    static func word(_ random: inout some RandomNumberGenerator) -> String {
        let word = (0..<3).map { _ in syllables[Int.random(in: 0..<syllables.count, using: &random)] }.joined()
        return word.prefix(1).uppercased() + word.dropFirst()
    }
}
