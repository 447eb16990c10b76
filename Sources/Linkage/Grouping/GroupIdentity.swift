/// Carries ids of persons from one run to the next.
package enum GroupIdentity {
    /// Gives every group the id of the earlier group with which it shares most records; ids are never given twice.
    ///
    /// A group that was split keeps its id in the larger part; the other part gets a new one.
    ///
    /// - Parameters:
    ///   - groups: Of this run.
    ///   - earlier: The id that each record had, by the record's name outside of the run.
    ///   - names: The name of each record of this run.
    package static func carried(
        _ groups: [PersonGroup], from earlier: [String: String], names: (Int) -> String
    ) -> [PersonGroup] {
        var claims: [(shared: Int, group: Int, id: String)] = []
        for (place, group) in groups.enumerated() {
            let ids = group.records.compactMap { earlier[names($0)] }
            for (id, count) in Dictionary(ids.map { ($0, 1) }, uniquingKeysWith: +) {
                claims.append((count, place, id))
            }
        }
        claims.sort { ($1.shared, $0.id, $0.group) < ($0.shared, $1.id, $1.group) }
        var result = groups
        var taken: Set<String> = []
        var isNamed: Set<Int> = []
        for claim in claims where !taken.contains(claim.id) && !isNamed.contains(claim.group) {
            result[claim.group].id = claim.id
            taken.insert(claim.id)
            isNamed.insert(claim.group)
        }
        // A new id may be that of an earlier group: its first record may have stayed behind in a split.
        let all = Set(earlier.values)
        for place in result.indices where !isNamed.contains(place) {
            var number = 2
            let minted = result[place].id
            while taken.contains(result[place].id) || all.contains(result[place].id) {
                result[place].id = "\(minted)-\(number)"
                number += 1
            }
            taken.insert(result[place].id)
        }
        return result
    }
}
