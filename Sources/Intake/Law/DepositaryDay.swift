package import Vocabulary

/// Days as lists of depositaries write them: `2006-09-06`, `6 Sep 2006`, `6 September 2006`, `06/09/2006`, `06-09-2006`
/// (the day first, as depositaries in Geneva, New York and Strasbourg do).
package enum DepositaryDay {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let longMonths = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// Nil for anything else, and for a day that no calendar has.
    package static func read(_ text: String) -> CalendarDate? {
        if let day = CalendarDate(text) { return day }
        let words = text.split { " /-.".contains($0) }.map { $0.lowercased() }
        guard words.count == 3, let day = Int(words[0]), let year = Int(words[2]), words[2].count == 4,
            let month = month(words[1])
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    private static func month(_ word: String) -> Int? {
        if let number = Int(word) { return number }
        return (months.firstIndex(of: word) ?? longMonths.firstIndex(of: word)).map { $0 + 1 }
    }
}
