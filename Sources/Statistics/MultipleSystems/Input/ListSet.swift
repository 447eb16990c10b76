/// Some of the lists of a table: a capture history (the lists a person is on), or a term of a model.
///
/// Bit k stands for list k, counted from 0 in the order of the table.
package struct ListSet: Hashable, Sendable {
    package let bits: Int

    package init(bits: Int) { self.bits = bits }
    package init(_ lists: some Sequence<Int>) { bits = lists.reduce(0) { $0 | 1 << $1 } }

    package static let none = ListSet(bits: 0)

    package var count: Int { bits.nonzeroBitCount }

    /// Numbers of the lists, ascending from 0.
    package var members: [Int] { (0..<(Int.bitWidth - bits.leadingZeroBitCount)).filter { bits >> $0 & 1 == 1 } }

    package func contains(_ list: Int) -> Bool { bits >> list & 1 == 1 }
    package func isSubset(of other: ListSet) -> Bool { bits & other.bits == bits }

    /// `LA:NG`.
    package func name(_ lists: [String]) -> String { members.map { lists[$0] }.joined(separator: ":") }

    /// All sets of `order` lists, in the order 12, 13, …, 1t, 23, …
    package static func all(of order: Int, lists: Int) -> [ListSet] {
        func choose(_ left: Int, from first: Int) -> [[Int]] {
            if left == 0 { return [[]] }
            return (first..<lists).flatMap { list in choose(left - 1, from: list + 1).map { [list] + $0 } }
        }
        return choose(order, from: 0).map { ListSet($0) }
    }
}
