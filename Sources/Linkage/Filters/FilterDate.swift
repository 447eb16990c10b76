/// A day read by a format of C's `strptime`, as clkhash reads it.
struct FilterDate {
    /// Year, month and day; a part that the format lacks is 1900, 1 and 1.
    private var year = 1900
    private var month = 1
    private var day = 1

    /// Nil where the text is not of the format, or is no day of the calendar.
    init?(_ text: String, _ parts: [FilterFormat.DatePart]) {
        guard let found = FilterDate.read(Array(text)[...], parts[...]) else { return nil }
        for (part, value) in found {
            switch part {
            case .year: year = value
            // POSIX: 69 to 99 are of the last century.
            case .shortYear: year = value < 69 ? 2000 + value : 1900 + value
            case .month: month = value
            case .day: day = value
            case .literal: break
            }
        }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard year >= 1, (1...12).contains(month), (1...days[month - 1]).contains(day) else { return nil }
    }

    /// `yyyymmdd`; years before 1000 have no leading zeros, as in C.
    var digits: String {
        func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
        return String(year) + two(month) + two(day)
    }

    /// Two digits are tried before one, as a regular expression would.
    private static func read(
        _ text: ArraySlice<Character>, _ parts: ArraySlice<FilterFormat.DatePart>
    ) -> [(FilterFormat.DatePart, Int)]? {
        guard let part = parts.first else { return text.isEmpty ? [] : nil }
        if case .literal(let character) = part {
            guard text.first == character else { return nil }
            return read(text.dropFirst(), parts.dropFirst())
        }
        for width in part == .year ? [4] : part == .shortYear ? [2] : [2, 1] {
            let digits = text.prefix(width)
            guard digits.count == width, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
                let value = Int(String(digits)), isPossible(value, part),
                let rest = read(text.dropFirst(width), parts.dropFirst())
            else { continue }
            return [(part, value)] + rest
        }
        return nil
    }

    private static func isPossible(_ value: Int, _ part: FilterFormat.DatePart) -> Bool {
        switch part {
        case .month: (1...12).contains(value)
        case .day: (1...31).contains(value)
        default: true
        }
    }
}
