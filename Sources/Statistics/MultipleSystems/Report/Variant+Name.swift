extension Variant {
    /// What is different, in names and signs only: `PFNCA`, `LA + NG`, `C:D +1`, `p = 0.01`.
    package func name(_ lists: [String]) -> String {
        switch change {
        case .withoutList(let list): list
        case .merged(let first, let second): "\(first) + \(second)"
        case .history(let history, let persons): "\(history.name(lists)) \(persons > 0 ? "+" : "−")\(abs(persons))"
        case .threshold(let threshold): "p = \(threshold)"
        case .missedLinks(let share), .falseLinks(let share): "\(Int((share * 100).rounded())) %"
        }
    }
}
