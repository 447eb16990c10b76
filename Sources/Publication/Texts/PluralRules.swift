/// Which form of a text goes with a whole number, by the rules of a language as the Unicode CLDR publishes them.
///
///     one: "i = 1 and v = 0"
///     few: "n % 100 = 3..10"
///
/// They stand in the language's file, since Foundation offers no plural rules on Linux (decision 0110). A whole number has
/// neither decimals nor an exponent: `n` and `i` are its amount, and the operands `v`, `w`, `f`, `t`, `c` and `e` are 0.
///
/// - Source: Unicode Technical Standard 35, part 3 "Numbers", section 5 "Language Plural Rules".
struct PluralRules: Hashable, Sendable {
    /// The forms that a language may have; `other` is that of every number without a rule.
    enum Category: String, CaseIterable, Sendable { case zero, one, two, few, many, other }

    private let conditions: [Category: [[Relation]]]

    /// Nil where a rule is not written as the CLDR writes them.
    init?(_ rules: [Category: String]) {
        var conditions: [Category: [[Relation]]] = [:]
        for (category, rule) in rules where category != .other {
            var alternatives: [[Relation]] = []
            for alternative in rule.split(separator: " or ") {
                let relations = alternative.split(separator: " and ").map(Relation.init)
                guard !relations.contains(nil) else { return nil }
                alternatives.append(relations.compactMap(\.self))
            }
            guard !alternatives.isEmpty else { return nil }
            conditions[category] = alternatives
        }
        self.conditions = conditions
    }

    /// The forms that a text with a number must have in this language.
    var categories: Set<Category> { Set(conditions.keys).union([.other]) }

    func category(of count: Int) -> Category {
        let amount = Int(clamping: count.magnitude)
        return Category.allCases.first { category in
            conditions[category]?.contains { $0.allSatisfy { $0.holds(for: amount) } } == true
        } ?? .other
    }

    /// `n % 100 = 3..10,15`
    private struct Relation: Hashable, Sendable {
        private let isOfAmount: Bool
        private let modulus: Int?
        private let isNegated: Bool
        private let ranges: [ClosedRange<Int>]

        init?(_ text: Substring) {
            var words = text.split(separator: " ")
            guard let operand = words.first, "nivwftce".contains(operand), operand.count == 1 else { return nil }
            words.removeFirst()
            var modulus: Int?
            if words.first == "%" {
                modulus = words.dropFirst().first.flatMap { Int($0) }
                guard let modulus, modulus > 0 else { return nil }
                words.removeFirst(2)
            }
            guard words.count == 2, words[0] == "=" || words[0] == "!=" else { return nil }
            let ranges = words[1].split(separator: ",").map(Relation.range)
            guard !ranges.isEmpty, !ranges.contains(nil) else { return nil }
            isOfAmount = operand == "n" || operand == "i"
            self.modulus = modulus
            isNegated = words[0] == "!="
            self.ranges = ranges.compactMap(\.self)
        }

        func holds(for amount: Int) -> Bool {
            let value = isOfAmount ? amount : 0
            let rest = modulus.map { value % $0 } ?? value
            return ranges.contains { $0.contains(rest) } != isNegated
        }

        private static func range(_ text: Substring) -> ClosedRange<Int>? {
            let ends = text.split(separator: "..").map { Int($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last else {
                return nil
            }
            return first...last
        }
    }
}
