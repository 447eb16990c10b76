/// The entry of `candidates` that a mistyped `name` probably meant; nil where none is near.
///
/// Near means: at most a third of the letters differ (Levenshtein distance, letter case aside).
func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    let allowance = max(1, wanted.count / 3)
    return candidates.map { ($0, distance(wanted, Array($0.lowercased().unicodeScalars))) }
        .filter { $0.1 <= allowance }.min { $0.1 < $1.1 }?.0
}

/// Insertions, deletions and replacements between two words.
private func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
        var diagonal = row[0]
        row[0] = index + 1
        for (place, other) in second.enumerated() {
            let replaced = diagonal + (letter == other ? 0 : 1)
            diagonal = row[place + 1]
            row[place + 1] = min(replaced, diagonal + 1, row[place] + 1)
        }
    }
    return row[second.count]
}
