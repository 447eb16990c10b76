/// Edges whose loss would cut a connected graph in two.
struct Bridges {
    private(set) var found: [(Int, Int, Double)] = []

    /// - Source: Tarjan (1974), A note on finding the bridges of a graph; without recursion.
    init(_ nodes: [Int], _ edges: [(Int, Int, Double)]) {
        let place = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($0.element, $0.offset) })
        var neighbours = [[(node: Int, edge: Int)]](repeating: [], count: nodes.count)
        for (number, edge) in edges.enumerated() {
            guard let one = place[edge.0], let other = place[edge.1] else { continue }
            neighbours[one].append((other, number))
            neighbours[other].append((one, number))
        }
        var order = [Int](repeating: -1, count: nodes.count)
        var lowest = order
        var counter = 0
        for start in nodes.indices where order[start] < 0 {
            var stack: [(node: Int, through: Int, next: Int)] = [(start, -1, 0)]
            (order[start], lowest[start]) = (counter, counter)
            counter += 1
            while let top = stack.last {
                if top.next < neighbours[top.node].count {
                    stack[stack.count - 1].next += 1
                    let (other, edge) = neighbours[top.node][top.next]
                    if edge == top.through { continue }
                    if order[other] >= 0 {
                        lowest[top.node] = min(lowest[top.node], order[other])
                    } else {
                        (order[other], lowest[other]) = (counter, counter)
                        counter += 1
                        stack.append((other, edge, 0))
                    }
                } else {
                    stack.removeLast()
                    guard let parent = stack.last else { continue }
                    lowest[parent.node] = min(lowest[parent.node], lowest[top.node])
                    if lowest[top.node] > order[parent.node] { found.append(edges[top.through]) }
                }
            }
        }
    }
}
