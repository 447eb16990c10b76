/// How words say how often.
extension DeadlineReader {
    /// “once per year”, “every two years”, “twice a year”, “annually”, “une fois par an”, “tous les deux ans”.
    static func rhythm(_ cursor: inout DeadlineCursor) -> Rhythm? {
        for reading in [times, every, each] {
            if let found = cursor.attempt(reading) { return found }
        }
        return cursor.take(from: DeadlineLexicon.rhythms)
    }

    private static func number(_ cursor: inout DeadlineCursor) -> Int? {
        if let number = cursor.number(), (1...60).contains(number) {
            cursor.skip()
            return number
        }
        return cursor.take(from: DeadlineLexicon.numbers)
    }

    /// “once per year”, “three times a year”, “deux fois par an”, “once every two years”.
    private static func times(_ cursor: inout DeadlineCursor) -> Rhythm? {
        let times: Int
        if cursor.take(anyOf: ["once"]) {
            times = 1
        } else if cursor.take(anyOf: ["twice"]) {
            times = 2
        } else {
            guard let number = number(&cursor), cursor.take(anyOf: ["times", "time", "fois"]) else { return nil }
            times = number
        }
        if times == 1, let rhythm = cursor.attempt(every) { return rhythm }
        _ = cursor.take(anyOf: ["per", "par", "each", "every"])
        guard let unit = cursor.take(from: DeadlineLexicon.units) else { return nil }
        if times == 1 { return Rhythm(unit) }
        return unit == .year ? Rhythm(timesInYear: times) : nil
    }

    /// “every two years”, “every second year”, “tous les deux ans”.
    private static func every(_ cursor: inout DeadlineCursor) -> Rhythm? {
        guard cursor.take(anyOf: ["every", "tous", "toutes"]) else { return nil }
        let count = number(&cursor) ?? cursor.take(from: DeadlineLexicon.ordinals) ?? 1
        return cursor.take(from: DeadlineLexicon.units).map { unit in
            unit == .month && count == 12 ? Rhythm(.year) : Rhythm(every: count, unit)
        }
    }

    /// “each year”, “per year”, “chaque année”, “par an”.
    private static func each(_ cursor: inout DeadlineCursor) -> Rhythm? {
        guard cursor.take(anyOf: ["each", "per", "par", "chaque"]) else { return nil }
        return cursor.take(from: DeadlineLexicon.units).map { Rhythm($0) }
    }
}
