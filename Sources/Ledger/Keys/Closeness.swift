/// How closely a search for an identity must match.
package enum Closeness: String, Sendable, CaseIterable {
    /// Letter by letter.
    case exact
    /// Ignoring case, diacritics and common transliterations; one word of several suffices.
    case folded
}
