import Vocabulary
import Yams

/// All texts of one language, by key: `site.index.title`.
///
/// A key that is missing shows as `⟦key⟧`: a page with one fails the tests, and a running site still answers.
package struct Texts: Sendable {
    /// Its tag in addresses and in `lang`: `en`.
    package let language: String
    /// Its name in itself: `Français`.
    package let name: String
    /// `ltr` or `rtl`.
    package let direction: String
    private let entries: [String: String]
    let formats: LocaleFormats
    let plurals: PluralRules
    let nameOrder = NameOrder()
    /// Which quarters the figures cover that are written about; nil where that is not known.
    private var reported: QuartersReported?

    /// Reads a language file: nested maps of texts, flattened to keys joined by full stops.
    package init(language: String, yaml: String) throws(PublicationFailure) {
        let root: Node?
        // Whatever stands there is a text: no rule tries whether it may be a number, a day or a truth value.
        do { root = try Yams.compose(yaml: yaml, .basic) } catch {
            throw .languageUnreadable(language: language, reason: "\(error)")
        }
        guard let root, case .mapping = root else {
            throw .languageUnreadable(language: language, reason: "it is not a map of texts")
        }
        var entries: [String: String] = [:]
        if let odd = Texts.flatten(root, under: "", into: &entries) {
            throw .languageUnreadable(language: language, reason: "\(odd) is neither a text nor a map")
        }
        guard let plurals = Texts.pluralRules(entries) else {
            throw .languageUnreadable(
                language: language, reason: "under plurals stands a rule that is not written as in the Unicode CLDR")
        }
        self.language = language
        self.name = entries["language"] ?? language
        self.direction = entries["direction"] ?? "ltr"
        self.entries = entries
        self.formats = LocaleFormats(locale: entries["locale"] ?? language)
        self.plurals = plurals
    }

    /// The same texts, writing a year that is covered in part with its quarters: `2023, Q1 to Q3`.
    package func covering(_ reported: QuartersReported?) -> Texts {
        var texts = self
        texts.reported = reported
        return texts
    }

    /// The quarters of a year that is covered in part, where that is known.
    func part(of period: Period) -> [Int]? { reported?.part(of: period) }

    /// English first, which stands in for every language that a reader may ask for and the house has not; then by tag.
    package static func inOrder(_ languages: [Texts]) -> [Texts] {
        languages.sorted { ($0.language == "en" ? "" : $0.language) < ($1.language == "en" ? "" : $1.language) }
    }

    /// Every key that has a text.
    package var keys: Set<String> { Set(entries.keys) }

    /// The text, or its key in brackets where there is none.
    package subscript(key: String) -> String { entries[key] ?? "⟦\(key)⟧" }

    /// The text, where the language has one.
    package func text(_ key: String) -> String? { entries[key] }

    /// The text with `{name}` replaced by the value of that name.
    package func filled(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        values.reduce(self[key]) { Texts.replace("{\($1.key)}", in: $0, by: $1.value) }
    }

    /// The name of a code of a list; nil where the language has none.
    package func label(of code: String, in list: String) -> String? { entries["codes.\(list).\(code)"] }

    /// The codes of a list with their names.
    func labels(of list: String) -> [(code: String, name: String)] {
        let prefix = "codes.\(list)."
        return entries.compactMap { $0.hasPrefix(prefix) ? (String($0.dropFirst(prefix.count)), $1) : nil }
    }

    /// The names of the places to fill in a text: `count` in "{count} persons".
    package static func places(in text: String) -> Set<String> {
        Set(
            text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { rest in
                rest.firstIndex(of: "}").map { String(rest[..<$0]) }
            })
    }

    private static func pluralRules(_ entries: [String: String]) -> PluralRules? {
        let rules = PluralRules.Category.allCases.map { ($0, entries["plurals.\($0.rawValue)"]) }
        return PluralRules(Dictionary(uniqueKeysWithValues: rules).compactMapValues(\.self))
    }

    /// Returns the first key that is neither text nor map, nil where all are.
    private static func flatten(_ node: Node, under prefix: String, into entries: inout [String: String]) -> String? {
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping {
                // The scalar's own spelling: `NO` is Norway here, not a truth value.
                let name = key.scalar?.string ?? "?"
                let path = prefix.isEmpty ? name : "\(prefix).\(name)"
                if let odd = flatten(value, under: path, into: &entries) { return odd }
            }
            return nil
        case .scalar(let scalar):
            entries[prefix] = scalar.string
            return nil
        default:
            return prefix
        }
    }

    private static func replace(_ mark: String, in text: String, by value: String) -> String {
        var result = ""
        var rest = text[...]
        while let found = rest.firstRange(of: mark) {
            result += rest[..<found.lowerBound] + value
            rest = rest[found.upperBound...]
        }
        return result + rest
    }
}
