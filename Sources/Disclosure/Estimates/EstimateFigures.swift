/// An estimate of how many persons there are, registered or not, as somebody reckoned it: what is put to the gate.
package struct EstimateFigures: Sendable {
    /// What one method says.
    package struct Method: Hashable, Sendable {
        /// Its code, such as `stepwise`.
        package let name: String
        /// Persons in all.
        package let persons: Double
        package let lower: Double
        package let upper: Double
        /// To multiples of which persons are said, so that no digit stands that the interval does not bear.
        package let unit: Int

        package init(_ name: String, persons: Double, lower: Double, upper: Double, unit: Int) {
            (self.name, self.persons, self.lower, self.upper, self.unit) = (name, persons, lower, upper, unit)
        }

        /// Whether all three figures have an end and stand in their order.
        var isWhole: Bool {
            persons.isFinite && lower.isFinite && upper.isFinite && upper < 1e15 && lower <= persons && persons <= upper
                && lower < upper
        }
    }

    package enum Light: String, Sendable {
        case green, amber, red
    }

    /// Names, for what is said to staff; they are never let out.
    package let lists: [String]
    /// Persons by the lists on which they are, and on no other: bit k of the place stands for list k. The first is 0.
    package let counts: [Int]
    /// The one that is published first, then others.
    package let methods: [Method]
    /// Per cent of the intervals.
    package let level: Int
    package let light: Light
    /// Codes of what speaks against using it without care.
    package let reasons: [String]

    package init(
        lists: [String], counts: [Int], methods: [Method], level: Int = 95, light: Light, reasons: [String]
    ) {
        (self.lists, self.counts, self.methods) = (lists, counts, methods)
        (self.level, self.light, self.reasons) = (level, light, reasons)
    }

    var persons: Int { counts.reduce(0, +) }

    /// Persons on all of these lists, whatever else they are on.
    func persons(onAllOf lists: Int, among counts: [Int]) -> Int {
        counts.indices.reduce(0) { lists & $1 == lists ? $0 + counts[$1] : $0 }
    }

    /// `A:B`.
    func name(of lists: Int) -> String {
        self.lists.indices.filter { lists >> $0 & 1 == 1 }.map { self.lists[$0] }.joined(separator: ":")
    }
}
