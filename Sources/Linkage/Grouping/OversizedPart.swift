/// A connected part so large that no one person can be meant: thousands of records that say the same, each compared with a few
/// others only.
///
/// To compare all of them with one another would take the square of their number, in time, in memory and in pairs written. It is
/// cut along its weakest pairs into pieces, each looked at as any other part.
struct OversizedPart {
    /// Records of a part that is looked at as a whole.
    static let mostWhole = 1000
    /// Records of a piece: more than any person has in one file.
    static let mostInPiece = 50

    /// - Parameters:
    ///   - part: Numbers of records, ascending.
    ///   - pairs: Those that hold it together.
    ///   - together: Pairs of records that somebody knows to be one person; they are never cut.
    /// - Returns: Pieces in the order of their first records; single records are none.
    static func pieces(of part: [Int], pairs: [ScoredPair], together: [(Int, Int)]) -> [[Int]] {
        let placeOf = Dictionary(uniqueKeysWithValues: part.enumerated().map { ($1, $0) })
        var sets = DisjointSets(count: part.count)
        var sizes = [Int](repeating: 1, count: part.count)
        func join(_ first: Int, _ second: Int, evenIfLarge: Bool) {
            guard let one = placeOf[first], let other = placeOf[second] else { return }
            let roots = (sets.root(of: one), sets.root(of: other))
            let size = sizes[roots.0] + sizes[roots.1]
            guard roots.0 != roots.1, evenIfLarge || size <= mostInPiece else { return }
            sets.join(one, other)
            sizes[min(roots.0, roots.1)] = size
        }
        for (first, second) in together { join(first, second, evenIfLarge: true) }
        let strongest = pairs.sorted {
            $0.logOdds == $1.logOdds ? ($0.first, $0.second) < ($1.first, $1.second) : $0.logOdds > $1.logOdds
        }
        for pair in strongest { join(Int(pair.first), Int(pair.second), evenIfLarge: false) }
        var members = [[Int]](repeating: [], count: part.count)
        for (place, record) in part.enumerated() { members[sets.root(of: place)].append(record) }
        return members.filter { $0.count > 1 }
    }
}
