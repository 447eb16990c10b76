/// What a set of records of one person may not look like, whatever their values say.
package struct GroupingRules: Sendable {
    /// Sources without duplicates: a person is in each of them once at most.
    package var uniqueSources: Set<Int>
    /// Pairs of records that somebody knows to be two persons.
    package var apart: [(Int, Int)]
    /// Pairs of records that somebody knows to be one person.
    package var together: [(Int, Int)]

    /// No rule unless one is given; records are numbered across all sources.
    package init(uniqueSources: Set<Int> = [], apart: [(Int, Int)] = [], together: [(Int, Int)] = []) {
        self.uniqueSources = uniqueSources
        self.apart = apart
        self.together = together
    }
}
