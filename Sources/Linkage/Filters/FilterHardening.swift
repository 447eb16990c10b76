/// What is done to filters beyond the linkage schema. Both parties must do the same.
///
/// - Salting: the key depends on a text that never changes, so that the same name of two persons with other years of birth
///   is other bits. Protects against alignment of frequencies over the whole file, within what the salts divide it into;
///   a wrong salt loses the pair (Niedermeyer et al. 2014).
/// - Balancing: a filter with its complement, in an order of the key, has half of its bits set. Protects against attacks on
///   the number of bits, that is on short names; not against alignment of patterns (Schnell and Borgs 2016).
///
/// Neither stops the matching of graphs of likeness (Armknecht and Schäfer 2026).
package struct FilterHardening: Hashable, Sendable {
    /// The column whose text salts; nil for none.
    package let saltColumn: String?
    package let isBalanced: Bool

    package init(saltColumn: String?, isBalanced: Bool) {
        self.saltColumn = saltColumn
        self.isBalanced = isBalanced
    }

    /// Empty for none: then packets are those of the schema alone.
    package var bytes: [UInt8] {
        (saltColumn == nil ? [] : Array("\u{1F}salted".utf8)) + (isBalanced ? Array("\u{1F}balanced".utf8) : [])
    }
}
