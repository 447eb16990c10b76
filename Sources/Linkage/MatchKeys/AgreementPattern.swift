/// What the keys that two records share say of each field: nothing, a likeness, or agreement.
///
/// Written in base 3, the first field first: `202` is agreement in the first and third of three fields.
struct AgreementPattern: Hashable {
    private(set) var levels: [UInt8]

    init(fields: Int) { levels = [UInt8](repeating: 0, count: fields) }

    /// Nil for what is no pattern of so many fields.
    init?(_ text: String, fields: Int) {
        levels = text.utf8.map { $0 &- 48 }
        if levels.count != fields || levels.contains(where: { $0 > 2 }) { return nil }
    }

    var text: String { levels.map(String.init).joined() }

    mutating func add(_ agreement: [(field: Int, isExact: Bool)]) {
        for (field, isExact) in agreement { levels[field] = max(levels[field], isExact ? 2 : 1) }
    }

    /// Whether it says at least as much in every field.
    func includes(_ other: AgreementPattern) -> Bool { zip(levels, other.levels).allSatisfy { $0 >= $1 } }

    /// How much it says, to order pairs of equal probability.
    var weight: Int { levels.reduce(0) { $0 + Int($1) } }
}
