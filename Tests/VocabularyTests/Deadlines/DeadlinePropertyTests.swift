import NumericMethods
import Testing
import Vocabulary

/// What holds of whatever words: made from a seed, so that a failing one comes again.
@Suite struct DeadlinePropertyTests {
    private static let months = [
        ("January", "janvier"), ("February", "février"), ("March", "mars"), ("April", "avril"), ("May", "mai"),
        ("June", "juin"), ("July", "juillet"), ("August", "août"), ("September", "septembre"), ("October", "octobre"),
        ("November", "novembre"), ("December", "décembre"),
    ]

    @Test(arguments: 0..<12)
    func readsEveryMonthOfEveryYearInBothLanguages(place: Int) throws {
        let names = DeadlinePropertyTests.months[place]
        for year in 1990...2060 {
            let last = CalendarDate.days(inMonth: place + 1, of: year)
            let first = CalendarDate(year: year, month: place + 1, day: 1)
            let end = CalendarDate(year: year, month: place + 1, day: last)
            for words in ["\(names.0) \(year)", "\(names.1) \(year)", "  \(names.0.uppercased())  \(year)."] {
                let deadline = Deadline(words)
                #expect(deadline.earliest == first && deadline.latest == end, "\(words)")
            }
            for words in ["by \(names.0) \(year)", "d’ici \(names.1) \(year)", "end of \(names.0) \(year)"] {
                #expect(Deadline(words).latest == end, "\(words)")
            }
        }
    }

    @Test(arguments: UInt64(1)...40)
    func saysTheSameOfAYearLaterAYearLater(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let forms = [
            "Mid #", "by the end of #", "autumn #", "Q2 #", "first half of #", "early #", "before 30 June #",
            "fin #", "d’ici à mi-#", "1er semestre #", "winter #", "28/29 June #",
        ]
        let form = try #require(forms.randomElement(using: &random))
        let year = Int.random(in: 1990...2060, using: &random)
        let (now, later) = (Deadline(fill(form, year)), Deadline(fill(form, year + 1)))
        #expect(now.kind == later.kind)
        let pairs = [(now.earliest, later.earliest), (now.latest, later.latest)]
        for case let (before?, after?) in pairs {
            #expect(after.year == before.year + 1 && after.month == before.month)
        }
        #expect(try #require(now.latest) < #require(later.latest))
    }

    @Test(arguments: UInt64(1)...60)
    func anUnknownWordAnywhereLeavesItUnreadAndIsNamed(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let forms = [
            "March 2006", "Ongoing", "Once per year", "By the end of 2006.", "As soon as possible.", "Mid 2006",
            "First Report by December 2006", "d’ici fin 2006", "tous les deux ans",
        ]
        var words = try #require(forms.randomElement(using: &random)).split(separator: " ").map(String.init)
        words.insert("perhapsly", at: Int.random(in: 0...words.count, using: &random))
        let deadline = Deadline(words.joined(separator: " "))
        #expect(!deadline.isUnderstood)
        #expect(deadline.unread == ["perhapsly"])
    }

    /// Words that the reader knows, signs and numbers in any order: it never stops the program, never loses a word, and
    /// whatever it says makes sense.
    @Test(arguments: UInt64(1)...80)
    func holdsOnToItsPromisesWhateverTheWords(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "by", "end", "of", "2006", "2018", "mid", "-", "/", "(", ")", "if", "possible", "first", "report", "every",
            "year", "June", "31", "12", "autumn", "then", "annually", "from", "to", "within", "6", "months", "fin",
            "d’ici", "ongoing", "until", "Q1", "as", "soon", "0", "99999999999999999999", "é", "🙂", "1er", "winter",
        ]
        for _ in 0..<50 {
            let count = Int.random(in: 0...9, using: &random)
            let words = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined(separator: " ")
            let deadline = Deadline(words)
            #expect(deadline.words == words)
            #expect(deadline == Deadline(words))
            #expect(deadline.isUnderstood == deadline.unread.isEmpty || words.isEmpty)
            if let earliest = deadline.earliest, let latest = deadline.latest {
                #expect(earliest <= latest, "\(words)")
            }
            if !deadline.isUnderstood { #expect(deadline.latest == nil && deadline.rhythm == nil) }
            try check(deadline, &random)
        }
    }

    private func check(_ deadline: Deadline, _ random: inout SeededGenerator) throws {
        let start = CalendarDate(daysSinceEpoch: Int32.random(in: 10_000...20_000, using: &random))
        guard let awaited = deadline.awaited(from: start, met: nil) else { return }
        if let earliest = awaited.earliest { #expect(earliest <= awaited.latest, "\(deadline.words)") }
        #expect(!deadline.isOverdue(on: awaited.latest, from: start))
        #expect(deadline.isOverdue(on: awaited.latest.adding(days: 1), from: start))
        guard let next = deadline.awaited(from: start, met: awaited.latest) else { return }
        #expect(next.latest > awaited.latest, "\(deadline.words)")
    }

    private func fill(_ form: String, _ year: Int) -> String {
        String(form.map { $0 == "#" ? String(year) : String($0) }.joined())
    }
}
