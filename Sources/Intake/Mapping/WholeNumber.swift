/// Whole numbers as sources write them.
enum WholeNumber: Equatable {
    case number(Int)
    /// `<5`, `≤ 5`: a number that was withheld; zero is among what it may be.
    case withheld
    case other

    /// Reads `1,234` and `12.0` (which spreadsheets make of 12) by the signs stated for the source.
    static func read(_ cell: String, decimal: Character, thousands: Character?) -> WholeNumber {
        if cell.hasPrefix("<") || cell.hasPrefix("≤") { return .withheld }
        var digits = ""
        var decimals: String?
        for (place, character) in cell.enumerated() {
            if character == decimal, decimals == nil {
                decimals = ""
            } else if decimals != nil {
                decimals?.append(character)
            } else if character == thousands, !digits.isEmpty {
                continue
            } else if place == 0, character == "-" {
                digits.append("-")
            } else {
                digits.append(character)
            }
        }
        guard (decimals ?? "").allSatisfy({ $0 == "0" }), let number = Int(digits),
            groupsAreWhole(cell, thousands, decimal)
        else { return .other }
        return .number(number)
    }

    /// `1,234` but not `12,34`: the sign of a decimal in another country is not passed over.
    private static func groupsAreWhole(_ cell: String, _ thousands: Character?, _ decimal: Character) -> Bool {
        guard let thousands, cell.contains(thousands) else { return true }
        let whole = cell.split(separator: decimal, omittingEmptySubsequences: false).first ?? ""
        let groups = whole.split(separator: thousands, omittingEmptySubsequences: false)
        return groups.dropFirst().allSatisfy { $0.count == 3 }
            && (1...3).contains(groups.first?.drop { $0 == "-" }.count ?? 0)
    }
}
