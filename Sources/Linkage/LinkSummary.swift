/// A run in figures.
package struct LinkSummary: Sendable {
    package let records: Int
    package let sources: Int
    /// Pairs that there are, and those compared.
    package let allPairs: Double
    package let candidates: Int
    /// Estimated share of the pairs of one person that are among the candidates.
    package let recall: RecallEstimate
    /// Pairs of one person, expected from the model.
    package let expectedMatches: Double
    /// Sources found to be without duplicates.
    package let uniqueSources: Set<Int>
    /// What agreement is worth, field by field.
    package let fields: [FieldWeights]
    /// Expected precision and recall at thresholds.
    package let curve: [ThresholdPoint]
    /// Blocks that no further key could split.
    package let cutBlocks: [CutBlock]
    package let threshold: Double
    /// Fewer pairs of one person than the priors count for: the figures rest on them.
    package let restsOnPriors: Bool

    /// The levels of one field.
    package struct FieldWeights: Sendable {
        package let name: String
        package let role: Role
        package let kind: FieldKind
        package let levels: [Level]
        /// Pairs of letters that the file exchanges more often than chance, the most frequent first: `g/h`.
        package let confusions: [String]
        /// The share of records in which it is missing.
        package let missing: Double
    }

    /// One level with its shares among pairs of one person and of two, and what it weighs.
    package struct Level: Sendable {
        package let name: String
        package let matches: Double
        package let others: Double
        package let bits: Double
    }

    /// A block too large to be split, cut into neighbourhoods.
    package struct CutBlock: Sendable {
        package let rule: String
        package let records: Int
    }

    /// What the model expects at one threshold.
    package struct ThresholdPoint: Sendable {
        package let threshold: Double
        package let pairs: Int
        package let precision: Double
        package let recall: Double
    }
}
