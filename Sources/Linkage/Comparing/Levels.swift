/// The degrees of agreement of two values, best first; 0 means that one of them is missing.
enum Levels {
    static let missing: UInt8 = 0

    /// Names and texts: identical letters, identical sounds (or the same words in another order), one skeleton of
    /// consonants, seven degrees of likeness in bits, an abbreviation, nothing.
    enum Words {
        static let exact: UInt8 = 1
        static let sound: UInt8 = 2
        static let skeleton: UInt8 = 3
        static let firstDegree: UInt8 = 4
        static let abbreviation: UInt8 = 11
        static let different: UInt8 = 12
        /// Bits of alignment from which a degree counts.
        static let degrees: [Float] = [24, 19, 14.5, 10.5, 7, 3.5, 0]
        /// Jaro–Winkler similarities from which a degree counts, where that is the measure.
        static let similarities = [0.97, 0.95, 0.92, 0.88, 0.84, 0.8, 0.7]
    }

    /// Days: identical, day and month swapped, digits of the year in another order, one digit, two digits, the same
    /// day of another year, the same year and one part more, near, the same year, adjacent year, nothing.
    enum Days {
        static let exact: UInt8 = 1
        static let swapped: UInt8 = 2
        static let yearPermuted: UInt8 = 3
        static let oneDigit: UInt8 = 4
        static let twoDigits: UInt8 = 5
        static let sameDay: UInt8 = 6
        static let yearAndPart: UInt8 = 7
        static let year: UInt8 = 8
        static let adjacentYear: UInt8 = 9
        static let different: UInt8 = 10
        /// Only the years can be compared, and they are equal.
        static let knownYear: UInt8 = 11
    }

    /// Numbers: identical, one slip, two slips, a long part in common, nothing.
    enum Codes {
        static let exact: UInt8 = 1
        static let oneSlip: UInt8 = 2
        static let twoSlips: UInt8 = 3
        static let part: UInt8 = 4
        static let different: UInt8 = 5
    }

    /// Categories: identical, one slip, another.
    enum Categories {
        static let exact: UInt8 = 1
        static let oneSlip: UInt8 = 2
        static let different: UInt8 = 3
    }

    /// How many levels a kind has, missing among them.
    static func count(_ kind: FieldKind) -> Int {
        switch kind {
        case .name, .text, .address: 13
        case .date: 12
        case .code: 6
        case .category: 4
        }
    }

    /// The levels of a kind whose weights may not rise from one to the next.
    static func ordered(_ kind: FieldKind) -> [[Int]] {
        switch kind {
        case .name, .text, .address: [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12], [1, 11, 12]]
        case .date: [[1, 4, 5, 10], [1, 3, 6, 10], [1, 2, 10], [1, 7, 8, 10], [1, 11, 10]]
        case .code: [[1, 2, 3, 5], [1, 4, 5]]
        case .category: [[1, 2, 3]]
        }
    }

    /// The level of a pair that does not agree at all.
    static func different(_ kind: FieldKind) -> UInt8 {
        switch kind {
        case .name, .text, .address: Words.different
        case .date: Days.different
        case .code: Codes.different
        case .category: Categories.different
        }
    }

    /// A name for people and for descriptions.
    static func name(_ level: UInt8, _ kind: FieldKind, _ measure: FieldComparison.Measure = .learnt) -> String {
        if level == missing { return "missing" }
        switch kind {
        case .name, .text, .address:
            return switch level {
            case Words.exact: "exact"
            case Words.sound: "same-sound"
            case Words.skeleton: "same-consonants"
            case Words.abbreviation: "abbreviation"
            case Words.different: "different"
            default:
                measure == .jaroWinkler
                    ? "jaro-winkler-\(Words.similarities[Int(level - Words.firstDegree)])"
                    : "alike-\(Words.degrees[Int(level - Words.firstDegree)])-bits"
            }
        case .date: return dayNames[Int(level)]
        case .code: return ["missing", "exact", "one-slip", "two-slips", "part", "different"][Int(level)]
        case .category: return ["missing", "exact", "one-slip", "different"][Int(level)]
        }
    }

    private static let dayNames = [
        "missing", "exact", "day-and-month-swapped", "year-digits-permuted", "one-digit", "two-digits",
        "same-day-of-another-year", "year-and-part", "same-year", "adjacent-year", "different", "known-year-equal",
    ]
}
