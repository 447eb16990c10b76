/// How a column is compared, where a link description says it; what it does not say is found from the values.
package struct FieldComparison: Hashable, Sendable {
    /// How alike two names or texts are.
    package enum Measure: String, Sendable, CaseIterable {
        /// Bits of the best alignment, by what the file itself shows of misspellings.
        case learnt
        /// Jaro–Winkler similarity, for links that must use the measure of other programs.
        case jaroWinkler = "jaro-winkler"
    }

    package var kind: FieldKind?
    package var measure: Measure
    /// Levels that are told apart, by name; all where nil.
    package var levels: [String]?
    /// Whose names they are, where they are of one family.
    package var sounds: SoundFamily

    package init(
        kind: FieldKind? = nil, measure: Measure = .learnt, levels: [String]? = nil, sounds: SoundFamily = .all
    ) {
        self.kind = kind
        self.measure = measure
        self.levels = levels
        self.sounds = sounds
    }
}
