/// Lays what occurs often in the codes over what occurs often in the known list (Kuzu, Kantarcioglu, Durham, Malin 2011,
/// in its simplest form): a record is held for the one whose parts are as frequent as those of its code.
struct FrequencyAttack {
    /// Of each code, the place in the known list that it is held for.
    let guesses: [Int]

    /// - Parameters:
    ///   - known: Of every record of the known list, its parts: the bits or keys that it would have.
    ///   - hidden: Of every code, its parts.
    init(known: [[Int]], hidden: [[Int]]) {
        let (list, codes) = (FrequencyAttack.profiles(known), FrequencyAttack.profiles(hidden))
        guesses = codes.map { profile in
            let distances = list.map { other in
                zip(profile, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            }
            return distances.indices.min { distances[$0] < distances[$1] } ?? 0
        }
    }

    /// How many parts a record has, and how frequent they are in its file, sorted into bins.
    private static func profiles(_ records: [[Int]]) -> [[Double]] {
        var counts: [Int: Int] = [:]
        for part in records.joined() { counts[part, default: 0] += 1 }
        return records.map { parts in
            let shares = parts.map { Double(counts[$0] ?? 0) / Double(records.count) }.sorted(by: >)
            let bins = (0..<20).map { shares.isEmpty ? 0 : shares[$0 * (shares.count - 1) / 19] }
            return bins + [Double(parts.count) / 1000]
        }
    }
}
