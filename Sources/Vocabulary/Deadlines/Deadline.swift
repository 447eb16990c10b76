/// By when something is to be done, as plans say it: “Mid 2006”, “Once per year”, “As soon as possible”.
///
/// The words stay as they were written; kind, earliest and latest reading are what they may mean. Words that no rule
/// accounts for leave the deadline unread (``kind`` is nil, ``unread`` names them): it is never guessed at.
package struct Deadline: Hashable, Sendable {
    /// What kind of promise it is.
    package enum Kind: String, Sendable, CaseIterable {
        /// A day, or all days up to one: “By the end of 2006”, “31.12.2006”.
        case point
        /// A stretch of the calendar: “Autumn 2006”, “Mid 2006”, “Feb/Mar 2007”.
        case period
        /// Again and again: “Once per year”.
        case recurring
        /// Without an end, or to an end without a day on which it falls due: “Ongoing”, “From 2018”.
        case ongoing
        case asSoonAsPossible = "as-soon-as-possible"
        /// A first time, and more to come: “First Report by December 2006”.
        case firstThen = "first-then"
        /// With a condition that no program can judge: “Mid 2006 or earlier if possible”, “within 6 months of adoption”.
        case conditional
    }

    /// As somebody wrote it, letter by letter.
    package let words: String
    /// Nil where it was not understood.
    package let kind: Kind?
    /// The first day that may be meant; nil where any day before the latest may be, or none is said.
    package let earliest: CalendarDate?
    /// The last day that may be meant; nil where none is said.
    package let latest: CalendarDate?
    /// How often, of what recurs; nil for a first time of which nobody said how often it is followed.
    package let rhythm: Rhythm?
    /// The words of the condition, or of the remark in brackets.
    package let condition: String?
    /// The words that were not understood, in the order in which they stand; empty where all of them were.
    package let unread: [String]

    /// Reads `words`, English or French.
    package init(_ words: String) {
        let reading = DeadlineReader(words).read()
        self.init(words: words, reading: reading)
    }

    private init(words: String, reading: DeadlineReader.Outcome) {
        self.words = words
        switch reading {
        case .understood(let reading):
            kind = reading.kind
            earliest = reading.days?.earliest
            latest = reading.days?.latest
            rhythm = reading.rhythm
            condition = reading.condition
            unread = []
        case .notUnderstood(let left):
            (kind, earliest, latest, rhythm, condition) = (nil, nil, nil, nil, nil)
            unread = left
        }
    }

    package var isUnderstood: Bool { kind != nil }

    /// Whether it has no last day, so that nothing but a regular state of play shows that it is not forgotten.
    package var wantsRegularStateOfPlay: Bool { isUnderstood && latest == nil && rhythm == nil }
}

extension Deadline {
    /// The days in which the next instance falls.
    ///
    /// - Parameters:
    ///   - start: When the plan began: instances are counted from its calendar year, month or week.
    ///   - met: The last day on which one was met; nil where none was.
    /// - Returns: For what recurs, the instance after the one that `met` falls into, or the first one; for a first time
    ///   that was met, the next, as far as it is said how often; for all others their own days until they are met. Nil
    ///   where nothing is awaited on any day.
    package func awaited(from start: CalendarDate, met: CalendarDate?) -> DaySpan? {
        switch kind {
        case .recurring:
            guard let rhythm else { return nil }
            let first = rhythm.instance(holding: max(start, earliest ?? start), from: start)
            guard let met else { return bounded(first) }
            let last = rhythm.instance(holding: max(met, first.earliest ?? met), from: start)
            return bounded(rhythm.instance(after: last, from: start))
        case .firstThen:
            guard let latest else { return nil }
            guard let met else { return DaySpan(earliest, latest) }
            guard let rhythm else { return nil }
            // The first one stands for the instance of its own latest day, early or late as it may have come.
            let last = rhythm.instance(holding: max(met, latest), from: start)
            return rhythm.instance(after: last, from: start)
        case .point, .period, .conditional:
            guard let latest, met == nil else { return nil }
            return DaySpan(earliest, latest)
        case .ongoing, .asSoonAsPossible, nil: return nil
        }
    }

    /// Whether its latest reading lies before `day`, and it was not met; never for what has no last day, nor for words
    /// that were not understood.
    package func isOverdue(on day: CalendarDate, from start: CalendarDate, met: CalendarDate? = nil) -> Bool {
        awaited(from: start, met: met).map { $0.latest < day } ?? false
    }

    /// By how many days its latest reading lies after that of `former`; nil where one of them has none.
    package func slippage(since former: Deadline) -> Int? {
        guard let latest, let before = former.latest else { return nil }
        return Int(latest.daysSinceEpoch - before.daysSinceEpoch)
    }

    /// What recurs until a day is awaited no longer after it.
    private func bounded(_ instance: DaySpan) -> DaySpan? {
        guard let latest else { return instance }
        if let first = instance.earliest, first > latest { return nil }
        return DaySpan(instance.earliest, min(instance.latest, latest))
    }
}

/// The days that words about time may mean: a last one always, a first one where they say one.
package struct DaySpan: Hashable, Sendable {
    package let earliest: CalendarDate?
    package let latest: CalendarDate

    package init(_ earliest: CalendarDate?, _ latest: CalendarDate) {
        self.earliest = earliest
        self.latest = latest
    }
}
