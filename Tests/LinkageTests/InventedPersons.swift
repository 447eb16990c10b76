import NumericMethods

@testable import Linkage

/// Records of invented persons: names are syllables of no language, some records are written twice with slips.
struct InventedPersons {
    static let header = ["key", "given", "family", "born", "place", "paper"]
    static let roles = "given=given,family=family,birth=born,place=place,document=paper"
    private(set) var rows: [[String]] = []

    /// - Parameter twice: One in so many is recorded a second time.
    init(_ count: Int, twice: Int = 4, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for number in 0..<count {
            let born = [
                "\(Int.random(in: 1950...2005, using: &generator))", "\(Int.random(in: 10...12, using: &generator))",
                "\(Int.random(in: 10...28, using: &generator))",
            ].joined(separator: "-")
            let row = [
                "\(number)", Self.word(2, &generator), Self.word(3, &generator), born,
                "place \(Int.random(in: 0..<60, using: &generator))",
                "\(Int.random(in: 1_000_000...9_999_999, using: &generator))",
            ]
            rows.append(row)
            if number % twice == 0 {
                var slip = row
                let place = Int.random(in: 1...5, using: &generator)
                slip[place] = place == 3 ? "" : Self.slipped(slip[place], &generator)
                rows.append(slip)
            }
        }
        rows.shuffle(using: &generator)
    }

    func table() throws -> RecordTable {
        var builder = try TableBuilder(
            ColumnRoles(parsing: Self.roles), header: Self.header, samples: Array(rows.prefix(2000)))
        try builder.beginSource(header: Self.header)
        for row in rows { builder.append { $0 < row.count ? row[$0] : "" } }
        return try builder.finish()
    }

    private static func word(_ syllables: Int, _ generator: inout SeededGenerator) -> String {
        (0..<syllables).map { _ in
            "\("bdfgklmnprstvz".randomElement(using: &generator) ?? "b")\("aeiou".randomElement(using: &generator) ?? "a")"
        }.joined()
    }

    private static func slipped(_ text: String, _ generator: inout SeededGenerator) -> String {
        var letters = Array(text)
        letters.remove(at: Int.random(in: 0..<letters.count, using: &generator))
        return String(letters)
    }
}
