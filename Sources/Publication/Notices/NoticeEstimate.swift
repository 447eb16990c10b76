/// A released estimate: rounded to what its interval bears, with method and interval, apart from what was counted (B99).
///
/// No count of persons on one or several lists is among it: from those of two lists and the figure anybody reckons the third.
package struct NoticeEstimate: Codable, Hashable, Sendable {
    /// What one method says; persons in all, rounded alike.
    package struct Method: Codable, Hashable, Sendable {
        /// Names its texts under `estimates.methods.name` and `estimates.methods.assumes`.
        package let method: String
        package let persons: Int
        package let lower: Int
        package let upper: Int

        package init(_ method: String, persons: Int, lower: Int, upper: Int) {
            (self.method, self.persons, self.lower, self.upper) = (method, persons, lower, upper)
        }
    }

    /// The one that is published first, others that bear on it after it; never empty.
    package let methods: [Method]
    /// Persons registered, rounded to ``unit``.
    package let registered: Int
    /// To multiples of which all of it is rounded.
    package let unit: Int
    /// Per cent of the intervals.
    package let level: Int
    /// How many lists there were.
    package let lists: Int
    /// Of the persons registered; nil where it is not bounded.
    package let period: String?
    /// `green` or `amber`; names its text under `estimates.verdict`. A red one is not released.
    package let light: String
    /// Codes of what speaks against using it without care; name their texts under `site.notices.reasons`.
    package let reasons: [String]
    /// How it was made, so that whoever has the same records makes the same figure.
    package let seed: String
    package let threshold: String
    package let replicates: Int
    /// SHA-256 of what it was made from.
    package let source: String
    /// The ledger position that it was counted to; nil for a file.
    package let position: Int?

    package init(
        methods: [Method], registered: Int, unit: Int, level: Int = 95, lists: Int, period: String?, light: String,
        reasons: [String], seed: String, threshold: String, replicates: Int, source: String, position: Int?
    ) {
        (self.methods, self.registered, self.unit, self.level) = (methods, registered, unit, level)
        (self.lists, self.period, self.light, self.reasons) = (lists, period, light, reasons)
        (self.seed, self.threshold, self.replicates) = (seed, threshold, replicates)
        (self.source, self.position) = (source, position)
    }
}
