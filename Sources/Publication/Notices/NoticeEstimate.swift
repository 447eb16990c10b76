package import Disclosure

/// A released estimate as a notice holds it: rounded, with method and interval, apart from what was counted (B99).
///
/// Is made of a ``ReleasedEstimate`` only, which only the gate makes. It can be decoded so that a frozen notice can be read back:
/// decode nothing but the bytes of an archive or of a sealed proposal, which this program wrote.
package struct NoticeEstimate: Codable, Hashable, Sendable {
    /// What one method says; persons in all, rounded to ``unit``.
    package struct Method: Codable, Hashable, Sendable {
        /// Names its texts under `estimates.methods.name` and `estimates.methods.assumes`.
        package let method: String
        package let persons: Int
        package let lower: Int
        package let upper: Int
        package let unit: Int

        init(_ released: ReleasedEstimate.Method) {
            (method, persons, unit) = (released.name, released.persons, released.unit)
            (lower, upper) = (released.lower, released.upper)
        }
    }

    /// How it was made, so that whoever has the same records makes the same figure.
    package struct Making: Codable, Hashable, Sendable {
        /// The indicator that counts such persons; names its text under `site.indicators`. Nil where nobody says.
        package let indicator: String?
        /// Of the persons registered; nil where it is not bounded.
        package let period: String?
        package let seed: String
        package let threshold: String
        package let replicates: Int
        /// Hash of the ledger's event up to which was looked. Nil for a file: from the hash of so short a table anybody
        /// could try which table it is of.
        package let source: String?
        /// The ledger position that it was counted to; nil for a file.
        package let position: Int?

        package init(
            indicator: String?, period: String?, seed: String, threshold: String, replicates: Int, source: String?,
            position: Int?
        ) {
            (self.indicator, self.period, self.seed) = (indicator, period, seed)
            (self.threshold, self.replicates) = (threshold, replicates)
            (self.source, self.position) = (source, position)
        }
    }

    /// The one that is published first, others that bear on it after it; never empty.
    package let methods: [Method]
    /// Methods whose figures the gate kept back.
    package let leftOut: [String]
    /// Persons registered, rounded to ``unit``.
    package let registered: Int
    /// Of the first method.
    package let unit: Int
    /// Per cent of the intervals.
    package let level: Int
    /// How many lists there were.
    package let lists: Int
    /// `green` or `amber`; names its text under `estimates.verdict`. A red one is not released.
    package let light: String
    /// Codes of what speaks against using it without care; name their texts under `site.notices.reasons`.
    package let reasons: [String]
    package let making: Making

    package init(_ released: ReleasedEstimate, making: Making) {
        methods = released.methods.map(Method.init)
        (leftOut, registered, unit) = (released.leftOut, released.registered, released.unit)
        (level, lists) = (released.level, released.lists)
        (light, reasons) = (released.light.rawValue, released.reasons)
        self.making = making
    }

    package var period: String? { making.period }
}
