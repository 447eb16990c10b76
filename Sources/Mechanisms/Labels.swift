/// The labels of forms and records in every language: the same keys in each.
package struct Labels: Sendable {
    /// Language tag → key → text; keys are paths joined by dots, `mechanisms.person.fields.sex`.
    package let byLanguage: [String: [String: String]]

    package init(_ byLanguage: [String: [String: String]]) { self.byLanguage = byLanguage }

    /// Sorted tags.
    package var languages: [String] { byLanguage.keys.sorted() }

    /// The text, in English where the language lacks it, the key itself where there is none at all.
    package func text(_ key: String, in language: String) -> String {
        byLanguage[language]?[key] ?? byLanguage["en"]?[key] ?? key
    }

    /// Languages in which there is no text for the key.
    ///
    /// - Parameter isNational: For what a country added: English alone must have it, and stands in for the others.
    package func languagesLacking(_ key: String, isNational: Bool = false) -> [String] {
        (isNational ? ["en"] : languages).filter { byLanguage[$0]?[key] == nil }
    }

    /// With others on top.
    func adding(_ others: [String: [String: String]]) -> Labels {
        Labels(byLanguage.merging(others) { ours, theirs in ours.merging(theirs) { _, new in new } })
    }
}

/// Where the book finds its labels.
package enum TextKey {
    package static func title(_ mechanism: String) -> String { "mechanisms.\(mechanism).title" }
    package static func field(_ mechanism: String, _ field: String) -> String {
        "mechanisms.\(mechanism).fields.\(field)"
    }
    package static func state(_ mechanism: String, _ state: String) -> String {
        "mechanisms.\(mechanism).states.\(state)"
    }
    package static func transition(_ mechanism: String, _ transition: String) -> String {
        "mechanisms.\(mechanism).transitions.\(transition)"
    }
    package static func guardWord(_ key: String) -> String { "mechanisms.guards.\(key)" }
    package static func code(_ list: String, _ code: String) -> String { "codes.\(list).\(code)" }
}
