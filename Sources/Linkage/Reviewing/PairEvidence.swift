// Goals, in order: (1) nothing of what names a person: fields, degrees of agreement and bits only; (2) one line that a
// record can keep and that adds up again; (3) what cannot be read is said to be so, never guessed.

/// What speaks for and against two records being one person, without any value: for keeping, and for showing to those who
/// may not read what names the persons.
package struct PairEvidence: Hashable, Sendable {
    /// How a field of the two records agrees, for people.
    package enum Agreement: String, Sendable, CaseIterable {
        /// Letter by letter, as far as both say.
        case agrees
        /// In part: the same sound, one digit, the same year.
        case near
        case differs
        /// One of the two records does not say.
        case missing
    }

    /// What one field says.
    package struct Part: Hashable, Sendable {
        package let field: String
        /// As ``PairExplanation/Part/level`` names it.
        package let level: String
        /// Bits, how rare the value is included; positive speaks for one person.
        package let bits: Double

        package var agreement: Agreement {
            switch level {
            // Of one only the year is known, and it is the other's.
            case "exact", "known-year-equal": .agrees
            case "different": .differs
            case "missing": .missing
            default: .near
            }
        }
    }

    /// Bits before anything is compared.
    package let prior: Double
    package let parts: [Part]
    /// Bits taken because given and family name had to change places.
    package let swapped: Double
    /// Bits taken because relatives or compatriots would look alike in the same way.
    package let related: Double

    /// Log-odds in bits.
    package var total: Double { parts.reduce(prior + swapped + related) { $0 + $1.bits } }

    /// What an explanation says, to a tenth of a bit.
    package init(_ explanation: PairExplanation) {
        prior = PairEvidence.rounded(explanation.priorBits)
        parts = explanation.parts.map {
            Part(field: $0.field, level: $0.level, bits: PairEvidence.rounded($0.bits + $0.frequencyBits))
        }
        swapped = PairEvidence.rounded(explanation.swapBits)
        related = PairEvidence.rounded(explanation.relatedBits)
    }

    /// Reads ``text``; nil for anything else.
    package init?(_ text: String) {
        var (prior, swapped, related): (Double?, Double, Double) = (nil, 0, 0)
        var parts: [Part] = []
        for piece in text.split(separator: ";") {
            let sides = piece.split(separator: ":", omittingEmptySubsequences: false)
            guard sides.count == 2, let bits = Double(sides[1]), bits.isFinite, abs(bits) < 1000 else { return nil }
            let names = sides[0].split(separator: "/")
            switch (names.count, names.first) {
            case (2, _): parts.append(Part(field: String(names[0]), level: String(names[1]), bits: bits))
            case (1, "prior"): prior = bits
            case (1, "swapped"): swapped = bits
            case (1, "related"): related = bits
            default: return nil
            }
        }
        guard let prior else { return nil }
        (self.prior, self.parts, self.swapped, self.related) = (prior, parts, swapped, related)
    }

    /// One line: `prior:-9.1;family-name/exact:7.4;birth-date/one-digit:3.0`.
    package var text: String {
        let fields = parts.map { "\($0.field)/\($0.level):\($0.bits)" }
        let others = [("swapped", swapped), ("related", related)].filter { $0.1 != 0 }.map { "\($0.0):\($0.1)" }
        return (["prior:\(prior)"] + fields + others).joined(separator: ";")
    }

    private static func rounded(_ bits: Double) -> Double { (bits * 10).rounded() / 10 }
}
