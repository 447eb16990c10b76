/// The forms of a number or a text: whole, and with one of seven stretches left out.
enum CodeForms {
    static let count = 8
    private static let stretches = count - 1
    /// A shorter number without a stretch is nothing of its own.
    private static let shortest = 5
    private static let gap: UInt8 = 0xFF

    /// - Parameter letters: ``Symbols``; blanks and signs are left out first, since partners write them differently.
    static func of(_ letters: ArraySlice<UInt8>) -> [[UInt8]?] {
        let signs = letters.filter { $0 != Symbols.blank && $0 != Symbols.sign }
        guard !signs.isEmpty else { return [[UInt8]?](repeating: nil, count: count) }
        guard signs.count >= shortest else { return [[30] + signs] + [[UInt8]?](repeating: nil, count: stretches) }
        return [[30] + signs]
            + (0..<stretches).map { stretch in
                let range = stretch * signs.count / stretches..<(stretch + 1) * signs.count / stretches
                guard !range.isEmpty else { return nil }
                return [30] + signs.indices.map { range.contains($0) ? gap : signs[$0] }
            }
    }
}
