/// Which interactions between lists a log-linear model allows; every list by itself is always in.
///
/// log μ(history) = Σ α(term) over the terms whose lists are all in the history. The empty term stands for those on no
/// list: exp α(none) is the expected number of persons whom nobody registered.
package struct LogLinearModel: Hashable, Sendable {
    package let lists: Int
    /// Sets of two or more lists, in the order in which they were entered.
    package let interactions: [ListSet]

    package init(lists: Int, interactions: [ListSet] = []) {
        self.lists = lists
        self.interactions = interactions
    }

    /// Whether with every interaction all interactions within it are in, so that scales of measurement do not matter.
    package var isHierarchical: Bool {
        let known = Set(interactions.map(\.bits))
        return interactions.allSatisfy { term in
            term.members.allSatisfy { member in
                let smaller = term.bits & ~(1 << member)
                return smaller.nonzeroBitCount < 2 || known.contains(smaller)
            }
        }
    }

    /// Parameters: the empty term, the lists, the interactions.
    package var parameters: Int { 1 + lists + interactions.count }

    /// `[12 13 4]`: the largest terms, lists numbered from 1; from ten lists on with points between.
    package var notation: String {
        let terms = interactions + (0..<lists).map { ListSet([$0]) }
        let largest = terms.filter { term in !terms.contains { $0 != term && term.isSubset(of: $0) } }
        let names = largest.map { term in
            term.members.map { String($0 + 1) }.joined(separator: lists > 9 ? "." : "")
        }
        return "[\(names.sorted().joined(separator: " "))]"
    }
}
