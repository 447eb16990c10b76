/// Every hierarchical model for some lists, up to an order of interaction.
package enum ModelCatalogue {
    /// Interactions of all models, each a set that with a term holds all interactions within it.
    ///
    /// Models of pairs come in the order of binary counting over 12, 13, …, 1t, 23, …; each is followed by its models of
    /// higher order. The interaction of all lists is in none, since it and the number on no list cannot be told apart.
    ///
    /// - Parameter order: Most lists in one interaction, from 1.
    /// - Throws: E131 beyond two-list models of 6 lists (32,768) and models of 5 lists (6,893); E132 for no order.
    package static func models(lists: Int, order: Int) throws(StatisticsFailure) -> [LogLinearModel] {
        guard order >= 1 else { throw .settingOutside(name: "The order", limits: "1 or more") }
        let most = min(order, lists - 1)
        guard most <= 1 || lists <= 5 || (lists == 6 && most == 2) else {
            throw .tooManyModels(lists: lists, order: order)
        }
        guard most >= 2 else { return [LogLinearModel(lists: lists)] }
        let pairs = ListSet.all(of: 2, lists: lists)
        return choices(of: pairs).flatMap { chosen in
            extended(chosen, known: chosen, order: 3, most: most, lists: lists)
                .map { LogLinearModel(lists: lists, interactions: $0) }
        }
    }

    /// A model and all that add interactions of `order` and more lists to it.
    private static func extended(
        _ terms: [ListSet], known: [ListSet], order: Int, most: Int, lists: Int
    ) -> [[ListSet]] {
        guard order <= most else { return [terms] }
        let allowed = ListSet.all(of: order, lists: lists).filter { term in
            term.members.allSatisfy { known.contains(ListSet(bits: term.bits & ~(1 << $0))) }
        }
        return choices(of: allowed).flatMap { chosen in
            chosen.isEmpty
                ? [terms] : extended(terms + chosen, known: chosen, order: order + 1, most: most, lists: lists)
        }
    }

    /// All subsets, in the order of binary counting.
    private static func choices(of terms: [ListSet]) -> [[ListSet]] {
        (0..<(1 << terms.count)).map { number in
            terms.indices.filter { number >> $0 & 1 == 1 }.map { terms[$0] }
        }
    }
}
