import Foundation
import NumericMethods

/// Identities that are nobody's: whatever is made of one, each holds a stem that nothing else ever holds, in Latin
/// letters, in Arabic ones, or in digits.
struct PlantedIdentities {
    static let latin = "qzxvek"
    static let arabic = "ظخغثض"
    static let digits = "8077077088"

    /// Fields of a person that are sealed, with a planted text for each.
    struct Person {
        let fields: [(name: String, text: String)]

        /// As the fields of a form.
        var form: [(String, String)] { fields.map { ("f.\($0.name)", $0.text) } }

        /// As the members of an object.
        var json: String {
            "{" + fields.map { #""\#($0.name)":"\#($0.text)""# }.joined(separator: ",") + "}"
        }

        var row: String { fields.map(\.text).joined(separator: ",") }
    }

    private(set) var count = 0
    private var random = SeededGenerator(seed: 200)
    private static let syllables = [
        "ba", "cu", "di", "fe", "go", "hu", "jí", "kë", "lö", "mu", "ñi", "pe", "ri", "sü",
    ]

    private mutating func syllable() -> String {
        PlantedIdentities.syllables[Int.random(in: 0..<PlantedIdentities.syllables.count, using: &random)]
    }

    /// A name in Latin letters with marks, every seventh in Arabic ones.
    mutating func name() -> String {
        count += 1
        if count % 7 == 0 { return "ع\(PlantedIdentities.arabic)ق\(count)" }
        return "\(syllable().capitalized)\(PlantedIdentities.latin)\(syllable())\(syllable())\(count)"
    }

    /// Letters, digits and hyphens only: for what is refused otherwise before anybody looks at it.
    mutating func word() -> String {
        count += 1
        return "Ab\(PlantedIdentities.latin)\(count)-word"
    }

    mutating func number() -> String {
        count += 1
        return "+9\(PlantedIdentities.digits)\(count)"
    }

    mutating func person() -> Person {
        Person(fields: [
            ("given-name", name()), ("family-name", name()), ("other-names", name()), ("identity-number", number()),
            ("phone", number()), ("email", "\(word())@plant.invalid"), ("address", "\(name()) Street 1"),
        ])
    }
}
