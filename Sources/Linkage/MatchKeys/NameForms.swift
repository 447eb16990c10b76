/// The forms of a name that keys are made of: two names that differ by one slip share one.
///
/// - Source: deletion neighbourhoods (Mor and Fraenkel 1982; Bocek, Hunt and Stiller 2007, “FastSS”).
enum NameForms {
    /// The whole, the skeleton of consonants, and nine others.
    static let count = 11
    private static let loose = count - 2
    /// Shorter names without a letter are half of all names.
    private static let shortest = 4
    private static let mostWords = 2

    /// - Parameter names: The sounds of each column of the name.
    static func of(_ names: [[UInt8]]) -> [[UInt8]?] {
        let words = names.flatMap { $0.split(separator: Symbols.blank).map(Array.init) }
            .sorted { $0.lexicographicallyPrecedes($1) }
        let whole = words.flatMap { $0 }
        guard !whole.isEmpty else { return [[UInt8]?](repeating: nil, count: count) }
        let skeleton = words.flatMap(Spelling.skeleton)
        var forms: [[UInt8]?] = [spelt + whole, skeleton.count > 1 ? consonants + skeleton : nil]
        if words.count > 1 {
            let longest = words.sorted { ($0.count, $1) > ($1.count, $0) }.prefix(mostWords)
            forms += longest.map { $0.count >= shortest ? spelt + $0 : nil }
        }
        for place in 0..<whole.count where forms.count < count && whole.count >= shortest {
            // Of two equal letters either may go: the form is the same.
            if place > 0, whole[place] == whole[place - 1] { continue }
            forms.append(spelt + whole[..<place] + whole[(place + 1)...])
        }
        return forms + [[UInt8]?](repeating: nil, count: count - forms.count)
    }

    private static let spelt: [UInt8] = [1]
    private static let consonants: [UInt8] = [2]
}

private func > (first: (Int, [UInt8]), second: (Int, [UInt8])) -> Bool {
    first.0 != second.0 ? first.0 > second.0 : second.1.lexicographicallyPrecedes(first.1)
}
