/// A date of birth as it was written, impossible days among them: eight digits in four bits each, `F` where unknown.
///
/// Typing mistakes make days that no calendar has (`29-19-1917`); they are evidence all the same.
struct WrittenDate: Hashable {
    /// `yyyymmdd` in hexadecimal digits; 0 where nothing is known.
    let digits: UInt32

    static let missing = WrittenDate(digits: 0)
    private static let unknown: UInt32 = 0xF

    /// Each part as its digits, most significant first; nil or a part without digits is unknown.
    init(year: [UInt8]?, month: [UInt8]?, day: [UInt8]?) {
        let parts =
            WrittenDate.nibbles(year, 4) << 16 | WrittenDate.nibbles(month, 2) << 8 | WrittenDate.nibbles(day, 2)
        digits = parts == 0xFFFF_FFFF ? 0 : parts
    }

    init(digits: UInt32) { self.digits = digits }

    /// The digits right-aligned in `width` places; what is no digit is unknown.
    private static func nibbles(_ part: [UInt8]?, _ width: Int) -> UInt32 {
        // `00` is how many registers write what they do not know.
        guard let part, part.contains(where: { $0 != 0x30 }) else { return (1 << UInt32(4 * width)) - 1 }
        var result: UInt32 = 0
        for byte in part.suffix(width) { result = result << 4 | (byte &- 48 < 10 ? UInt32(byte - 48) : unknown) }
        return result
    }

    var year: UInt32 { digits >> 16 }
    var monthAndDay: UInt32 { digits & 0xFFFF }
    var hasYear: Bool { digits != 0 && year != 0xFFFF }
    var hasMonthAndDay: Bool { digits != 0 && monthAndDay != 0xFFFF }

    /// Without day and month: a conventional day (the first of January of those who know only their year) says nothing.
    var yearOnly: WrittenDate { hasYear ? WrittenDate(digits: digits | 0xFFFF) : .missing }

    /// The number that four digits make; nil where one is unknown.
    static func number(_ nibbles: UInt32, digits: Int) -> Int? {
        var result = 0
        for place in stride(from: digits - 1, through: 0, by: -1) {
            let digit = nibbles >> UInt32(4 * place) & 0xF
            guard digit < 10 else { return nil }
            result = result * 10 + Int(digit)
        }
        return result
    }
}

/// How a column writes dates: found from its values, since `03/04/1990` alone does not say.
struct DateReading {
    enum Order { case dayFirst, monthFirst }
    private var order: Order
    private var compactStartsWithYear: Bool

    /// - Parameters:
    ///   - samples: Some values of the column.
    ///   - usual: How dates are read where these do not say.
    init(samples: [String], otherwise usual: DateReading? = nil) {
        var dayFirst = 0
        var monthFirst = 0
        var yearFirst = 0
        var yearLast = 0
        for sample in samples {
            let groups = DateReading.groups(Array(sample.utf8))
            if groups.count == 3, groups[0].count <= 2, let first = DateReading.value(groups[0]),
                let second = DateReading.value(groups[1])
            {
                if first > 12, second <= 12 { dayFirst += 1 }
                if second > 12, first <= 12 { monthFirst += 1 }
            } else if groups.count == 1, groups[0].count == 8 {
                if let year = DateReading.value(Array(groups[0][..<4])), (1850...2100).contains(year) { yearFirst += 1 }
                if let year = DateReading.value(Array(groups[0][4...])), (1850...2100).contains(year) { yearLast += 1 }
            }
        }
        order = monthFirst == dayFirst ? usual?.order ?? .dayFirst : monthFirst > dayFirst ? .monthFirst : .dayFirst
        compactStartsWithYear = yearFirst == yearLast ? usual?.compactStartsWithYear ?? true : yearFirst > yearLast
    }

    func read(_ text: String) -> WrittenDate {
        var groups = DateReading.groups(text.utf8.contains(0x3A) ? Array(text.utf8.prefix(10)) : Array(text.utf8))
        if groups.count > 3, groups[3...].allSatisfy({ $0.count <= 3 }) { groups.removeLast(groups.count - 3) }
        if let named = readWithMonthName(groups) { return named }
        switch (groups.count, groups.first?.count ?? 0) {
        case (1, 8): return compact(groups[0])
        case (1, 6): return WrittenDate(year: Array(groups[0][..<4]), month: Array(groups[0][4...]), day: nil)
        case (1, 4): return WrittenDate(year: groups[0], month: nil, day: nil)
        case (2, 4): return WrittenDate(year: groups[0], month: groups[1], day: nil)
        case (2, _) where groups[1].count == 4: return WrittenDate(year: groups[1], month: groups[0], day: nil)
        case (3, 3...): return WrittenDate(year: groups[0], month: groups[1], day: groups[2])
        case (3, _):
            let year = groups[2].count == 2 ? DateReading.century(of: groups[2]) : groups[2]
            return order == .dayFirst
                ? WrittenDate(year: year, month: groups[1], day: groups[0])
                : WrittenDate(year: year, month: groups[0], day: groups[1])
        default: return .missing
        }
    }

    private func compact(_ group: [UInt8]) -> WrittenDate {
        compactStartsWithYear
            ? WrittenDate(year: Array(group[..<4]), month: Array(group[4..<6]), day: Array(group[6...]))
            : order == .dayFirst
                ? WrittenDate(year: Array(group[4...]), month: Array(group[2..<4]), day: Array(group[..<2]))
                : WrittenDate(year: Array(group[4...]), month: Array(group[..<2]), day: Array(group[2..<4]))
    }

    private func readWithMonthName(_ groups: [[UInt8]]) -> WrittenDate? {
        guard groups.count == 3, let place = groups.firstIndex(where: { DateReading.month(named: $0) != nil }),
            let month = DateReading.month(named: groups[place])
        else { return nil }
        var rest = groups
        rest.remove(at: place)
        let yearPlace = rest[0].count >= 3 ? 0 : 1
        let year = rest[yearPlace].count == 2 ? DateReading.century(of: rest[yearPlace]) : rest[yearPlace]
        return WrittenDate(year: year, month: Array(String(month).utf8), day: rest[1 - yearPlace])
    }

    /// Two digits of a year: 30 and below are of this century, since persons registered are rarely over ninety.
    private static func century(of group: [UInt8]) -> [UInt8] {
        guard let value = value(group) else { return group }
        return Array((value <= 30 ? "20" : "19").utf8) + group
    }

    private static func month(named group: [UInt8]) -> Int? {
        guard group.count >= 3, group.allSatisfy({ $0 &- 48 >= 10 }) else { return nil }
        let whole = String(decoding: group, as: UTF8.self).lowercased()
        if whole.hasPrefix("jui") { return whole.hasPrefix("juil") ? 7 : 6 }
        let name = String(whole.unicodeScalars.prefix(3))
        return monthNames.firstIndex { $0.contains(name) }.map { $0 + 1 }
    }

    private static let monthNames: [[String]] = [
        ["jan", "ene"], ["feb", "fev"], ["mar", "mae"], ["apr", "avr", "abr"], ["may", "mai"], ["jun"],
        ["jul"], ["aug", "aou", "ago"], ["sep"], ["oct", "okt"], ["nov"], ["dec", "dez", "dic"],
    ]

    /// Runs of letters and digits, each byte of other scripts among them.
    private static func groups(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split { byte in
            !(byte &- 48 < 10 || byte &- 65 < 26 || byte &- 97 < 26 || byte >= 0x80 || byte == 0x3F || byte == 0x5F)
        }.map(Array.init)
    }

    private static func value(_ group: [UInt8]) -> Int? { Int(String(decoding: group, as: UTF8.self)) }
}
