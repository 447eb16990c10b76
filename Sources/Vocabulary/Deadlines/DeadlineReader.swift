// Goals, in order: (1) no word is passed over: what no rule accounts for leaves the whole deadline unread; (2) the latest
// reading is the latest that a reasonable person may hold, since being late is said of people; (3) the forms of real
// plans, English and French. The rules stand in decision 0190.

/// Reads the words of one deadline.
struct DeadlineReader {
    struct Days: Hashable, Sendable {
        var earliest: CalendarDate?
        var latest: CalendarDate?
    }

    struct Reading: Hashable, Sendable {
        var kind: Deadline.Kind
        var days: Days?
        var rhythm: Rhythm?
        var condition: String?
    }

    enum Outcome: Hashable, Sendable {
        case understood(Reading)
        case notUnderstood([String])
    }

    private let words: String

    init(_ words: String) { self.words = words }

    func read() -> Outcome {
        let tokens = DeadlineToken.all(of: words)
        guard let parts = DeadlineParts(tokens) else { return .notUnderstood(tokens.map(\.original)) }
        var cursor = DeadlineCursor(parts.main)
        var reading: Reading?
        if cursor.isAtEnd {
            reading = parts.condition.map { Reading(kind: .conditional, condition: $0) }
        } else {
            reading = DeadlineReader.promise(&cursor)
        }
        guard var reading, cursor.isAtEnd else { return .notUnderstood(unread(tokens, cursor)) }
        if let condition = parts.condition {
            reading.kind = .conditional
            reading.condition = condition
            if parts.allowsEarlier { reading.days?.earliest = nil }
        }
        return .understood(reading)
    }

    /// The words that no table knows; where all are known and do not fit together, those from where the reading stopped.
    private func unread(_ tokens: [DeadlineToken], _ cursor: DeadlineCursor) -> [String] {
        let words = tokens.filter { $0.isWord || DeadlineLexicon.brackets.contains($0.text) }
        let unknown = words.filter { !DeadlineLexicon.knows($0) }
        if !unknown.isEmpty { return unknown.map(\.original) }
        let rest = cursor.rest
        return (rest.isEmpty ? tokens : rest).map(\.original)
    }

    private static func promise(_ cursor: inout DeadlineCursor) -> Reading? {
        for reading in [soon, ongoing, unsaid, firstThen, recurring, starting, limited] {
            var trial = cursor
            guard let found = reading(&trial), trial.isAtEnd else { continue }
            cursor = trial
            return found
        }
        // For whoever is told where it stopped.
        _ = cursor.attempt(stretch)
        return nil
    }

    private static func soon(_ cursor: inout DeadlineCursor) -> Reading? {
        cursor.take(phrase: DeadlineLexicon.soon) ? Reading(kind: .asSoonAsPossible) : nil
    }

    /// “Ongoing”, “Ongoing until 2020”, “Ongoing from 2018”.
    private static func ongoing(_ cursor: inout DeadlineCursor) -> Reading? {
        guard cursor.take(phrase: DeadlineLexicon.ongoing) else { return nil }
        if cursor.isAtEnd { return Reading(kind: .ongoing) }
        if cursor.take(phrase: DeadlineLexicon.limits) {
            return stretch(&cursor).map { Reading(kind: .ongoing, days: Days(latest: $0.latest)) }
        }
        _ = cursor.take(anyOf: [","])
        guard cursor.take(phrase: DeadlineLexicon.froms) else { return nil }
        return stretch(&cursor).map { Reading(kind: .ongoing, days: Days(earliest: $0.earliest)) }
    }

    private static func unsaid(_ cursor: inout DeadlineCursor) -> Reading? {
        cursor.take(phrase: DeadlineLexicon.unsaidRhythms) ? Reading(kind: .recurring) : nil
    }

    /// “First report by December 2006”, “By June 2007, then annually”.
    private static func firstThen(_ cursor: inout DeadlineCursor) -> Reading? {
        var rhythm: Rhythm?
        let saysFirst = cursor.attempt { cursor -> Bool? in
            guard let place = cursor.take(from: DeadlineLexicon.ordinals), place == 1 else { return nil }
            rhythm = cursor.take(from: DeadlineLexicon.rhythms)
            return cursor.take(anyOf: DeadlineLexicon.firstOnes) ? true : nil
        }
        if saysFirst == nil { rhythm = nil }
        guard let first = limited(&cursor), let days = first.days else { return nil }
        _ = cursor.take(anyOf: [",", ";"])
        if cursor.take(anyOf: DeadlineLexicon.thens) {
            guard let said = DeadlineReader.rhythm(&cursor) else { return nil }
            _ = cursor.take(anyOf: ["thereafter", "ensuite"])
            rhythm = said
        } else if saysFirst == nil {
            return nil
        }
        return Reading(kind: .firstThen, days: days, rhythm: rhythm)
    }

    /// “Once per year”, “every two years from 2018”, “annually until 2020”.
    private static func recurring(_ cursor: inout DeadlineCursor) -> Reading? {
        guard let rhythm = rhythm(&cursor) else { return nil }
        var days = Days()
        _ = cursor.take(anyOf: [","])
        if cursor.take(phrase: DeadlineLexicon.froms) {
            guard let from = stretch(&cursor) else { return nil }
            days.earliest = from.earliest
        }
        if cursor.take(phrase: DeadlineLexicon.limits) {
            guard let until = stretch(&cursor) else { return nil }
            days.latest = until.latest
        }
        return Reading(kind: .recurring, days: days, rhythm: rhythm)
    }

    /// “From 2018”, “2018 onwards”, “from 2018 to 2020”.
    private static func starting(_ cursor: inout DeadlineCursor) -> Reading? {
        let saysFrom = cursor.take(phrase: DeadlineLexicon.froms)
        guard let first = simple(&cursor) else { return nil }
        if saysFrom, cursor.take(anyOf: ["to", "until", "-"]) {
            return simple(&cursor).map { last in
                Reading(kind: .period, days: Days(earliest: first.earliest, latest: last.latest))
            }
        }
        guard cursor.take(phrase: DeadlineLexicon.onwards) || saysFrom, first.earliest.year == first.latest.year else {
            return nil
        }
        return Reading(kind: .ongoing, days: Days(earliest: first.earliest))
    }

    /// “By the end of 2006”, “before summer 2018”, “during 2018”, “Mid 2006”, “June 2006 at the latest”.
    private static func limited(_ cursor: inout DeadlineCursor) -> Reading? {
        if cursor.take(anyOf: DeadlineLexicon.befores) {
            return stretch(&cursor).map { Reading(kind: .point, days: Days(latest: $0.lastDayBefore)) }
        }
        let isLimit = cursor.take(phrase: DeadlineLexicon.limits)
        if !isLimit { _ = cursor.take(anyOf: DeadlineLexicon.durings) }
        guard let stretch = stretch(&cursor) else { return nil }
        if cursor.take(phrase: DeadlineLexicon.latests) || isLimit {
            return Reading(kind: .point, days: Days(latest: stretch.latest))
        }
        let kind: Deadline.Kind = stretch.earliest == stretch.latest ? .point : .period
        return Reading(kind: kind, days: Days(earliest: stretch.earliest, latest: stretch.latest))
    }
}
