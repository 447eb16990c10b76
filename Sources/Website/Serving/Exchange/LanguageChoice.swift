/// The language of the site that a reader prefers, by the `Accept-Language` field (RFC 9110, 12.5.4).
enum LanguageChoice {
    /// - Parameter available: Tags of the site's languages, the one for everybody else first.
    static func best(for field: String, of available: [String]) -> String? {
        let wishes = field.prefix(500).split(separator: ",").compactMap { wish -> (tag: String, weight: Double)? in
            let parts = wish.split(separator: ";").map { $0.filter { $0 != " " } }
            guard let tag = parts.first?.lowercased() else { return nil }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            return (tag, weight)
        }
        let scored = available.map { tag in
            (tag, wishes.filter { $0.tag == tag || $0.tag.hasPrefix(tag + "-") }.map(\.weight).max() ?? 0)
        }
        let best = scored.map(\.1).max() ?? 0
        return best > 0 ? scored.first { $0.1 == best }?.0 : available.first
    }
}
