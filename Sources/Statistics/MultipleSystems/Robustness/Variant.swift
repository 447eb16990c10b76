/// What the estimate would be if one thing about the table were different.
package struct Variant: Sendable, Hashable {
    /// What is different.
    package enum Change: Sendable, Hashable {
        case withoutList(String)
        case merged(String, String)
        /// Persons more (or fewer, where negative) with this history.
        case history(ListSet, persons: Int)
        /// The threshold of the stepwise selection.
        case threshold(Double)
        /// This share of the persons on two lists had not been recognised as one.
        case missedLinks(share: Double)
        /// This share of the persons on two lists are in truth two persons.
        case falseLinks(share: Double)
    }

    package let change: Change
    /// Persons in all; nil where the changed table has no estimate.
    package let estimate: Double?
    /// Names of the interactions chosen; empty for none.
    package let interactions: [String]

    /// The stepwise estimate of a changed table.
    init(_ change: Change, _ table: CaptureTable?, threshold: Double) {
        self.change = change
        guard let table else {
            (estimate, interactions) = (nil, [])
            return
        }
        var selection = StepwiseSelection(lists: table.lists.count)
        let fitted = try? selection.fitted(table, threshold: threshold)
        estimate = fitted?.estimate
        interactions = fitted?.model.interactions.map { $0.name(table.lists) } ?? []
    }

    init(_ change: Change, estimate: Double?, interactions: [String]) {
        self.change = change
        self.estimate = estimate
        self.interactions = interactions
    }
}
