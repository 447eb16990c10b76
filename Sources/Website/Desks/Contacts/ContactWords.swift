import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// Contacts in the words of whoever looks at them.
struct ContactWords: Sendable {
    let book: ContactBook
    /// Of whoever looks.
    let clock: LocalClock
    let visit: Visit

    init(_ book: ContactBook, by clock: LocalClock, _ visit: Visit) {
        (self.book, self.clock, self.visit) = (book, clock, visit)
    }

    /// Where no contact is asked for its hours.
    init(of visit: Visit) { self.init(.empty, by: .universal, visit) }

    var texts: Texts { visit.wording.texts }

    subscript(key: String) -> String { visit.contacts(key) }

    func filled(_ key: String, _ values: KeyValuePairs<String, String>) -> String { visit.contacts(key, values) }

    /// Numbers, addresses and times, which run from left to right in every language.
    func isolated(_ text: String) -> String {
        texts.direction == "rtl" ? "\u{2066}\(text.withoutTurns)\u{2069}" : text.withoutTurns
    }

    /// Names that people gave, in whatever language they are.
    func name(_ text: String) -> String {
        texts.direction == "rtl" ? "\u{2068}\(text.withoutTurns)\u{2069}" : text.withoutTurns
    }

    func code(_ list: String, _ code: String) -> String { visit.wording.code(list, code) }

    func codes(_ list: String, _ codes: [String]) -> String { texts.list(codes.map { code(list, $0) }) }

    /// By the clock of whoever looks: `24 December 2026, 18:00`.
    func moment(_ moment: Timestamp) -> String {
        let (day, time) = clock.reading(at: moment)
        return filled("moment", ["day": texts.day(day), "clock": isolated(time.description)])
    }

    /// `Duty officer, Harbour Police`
    func full(_ entry: ContactBook.Entry) -> String {
        filled("of", ["contact": name(entry.contact.title), "organisation": name(entry.organisation)])
    }

    /// What a post is called; its holder is named to those who may know of the mandate, and not here.
    func post(_ post: Directory.Post) -> String {
        post.title.map(name) ?? code("function-kinds", post.kind.rawValue)
    }

    /// All ways to reach a contact, the telephone first.
    func numbers(_ contact: ContactPoint) -> [String] {
        [contact.telephone, contact.secureMail, contact.messenger].compactMap(\.self).map(isolated)
    }

    func badge(_ standing: ContactStanding) -> DeskPage.Badge {
        switch standing.reason {
        case .answers: .init(self["standing.answers"], .running)
        case .outOfHours: .init(self["standing.out-of-hours"], .closed)
        case .holiday(let holiday): .init(filled("standing.holiday", ["name": name(holiday)]), .closed)
        case .specialDay: .init(self["standing.special-day"], .closed)
        case .vacant: .init(self["standing.vacant"], .late)
        }
    }

    /// Until when somebody answers, or from when somebody will.
    func until(_ standing: ContactStanding) -> String {
        guard let until = standing.until else {
            return standing.answers ? self["until-open"] : standing.reason == .vacant ? "" : self["from-open"]
        }
        return filled(standing.answers ? "until" : "from", ["moment": moment(until)])
    }

    /// When the number was last tried, with what result, by which post.
    func tested(_ entry: ContactBook.Entry) -> DeskTable.Value {
        let verification = entry.verification
        guard let test = verification.test else {
            return DeskTable.Value("", state: .init(self["tested.never"], .closed))
        }
        let tone: DeskPage.Badge.Tone = verification.isGood ? .running : .late
        var small: [String] = []
        if !test.isGood { small.append(code("contact-test-outcomes", test.outcome)) }
        if let tester = entry.tester {
            let post = code("function-kinds", tester.function)
            small.append(
                tester.organisation.map { filled("tested.by", ["post": post, "organisation": name($0)]) } ?? post)
            if tester.isWhoEntered { small.append(self["tested.own"]) }
        }
        return DeskTable.Value(
            texts.day(test.day), state: .init(self["tested.\(verification.code)"], tone), small: small)
    }

    /// The hours by weekday, then special days that are still to come, a line each.
    func hours(_ contact: ContactPoint, from day: CalendarDate) -> [String] {
        if contact.hours.isAlways && contact.specialDays == .none { return [self["always"]] }
        let week =
            contact.hours.isAlways
            ? [self["always"]]
            : contact.hours.lines.map { line in
                let days =
                    line.first == line.last
                    ? self["days.\(line.first.rawValue)"]
                    : filled(
                        "days.stretch",
                        ["from": self["days.\(line.first.rawValue)"], "to": self["days.\(line.last.rawValue)"]])
                return filled("hours-line", ["days": days, "hours": spans(line.spans)])
            }
        let special = contact.specialDays.lines.filter { $0.last >= day }.map { line in
            let days =
                line.first == line.last
                ? texts.day(line.first)
                : filled("days.stretch", ["from": texts.day(line.first), "to": texts.day(line.last)])
            return filled("hours-line", ["days": days, "hours": spans(line.spans)])
        }
        return week + special
    }

    /// In one piece: a time that is broken before its end reads as another where one reads from the right.
    private func spans(_ spans: [OpeningSpan]) -> String {
        guard !spans.isEmpty else { return self["closed"] }
        return texts.list(spans.map { isolated($0.description.replacing("-", with: "\u{2011}")) })
    }

    /// The zone, how far it is ahead of universal time, and when that changes: what a saved page needs.
    func zone(_ contact: ContactPoint, at moment: Timestamp) -> DeskTable.Value {
        let now = LocalClock.offset(contact.clock.offsetMinutes(at: moment))
        let change = contact.clock.nextChange(after: moment).map { change in
            filled(
                "clock-set",
                [
                    "day": texts.day(contact.clock.reading(at: change.at).day),
                    "offset": isolated("UTC\(LocalClock.offset(change.offsetMinutes))"),
                ])
        }
        return DeskTable.Value(isolated(contact.clock.name), small: [isolated("UTC\(now)"), change ?? ""])
    }
}
