import Access
import Mechanisms
import Testing
import Vocabulary

/// How long records are kept, and what is due no more: both are declared, and the book holds them.
@Suite struct RetentionTests {
    private func thing(
        fields: [Field]? = nil, subject: Mechanism.Subject = .nobody, closed: Set<String> = ["done"],
        dues: [DueField] = [], retention: [Retention] = []
    ) -> Mechanism {
        Mechanism(
            "thing", chapter: .register, serves: [], subject: subject,
            fields: fields ?? [.text("note"), .period("until"), .period("from")], states: ["new", "done"],
            closedStates: closed, dueFields: dues, retention: retention,
            transitions: [
                .opening(to: "new", by: [.coordinator]), .step("finish", from: ["new"], to: "done", by: [.coordinator]),
            ])
    }

    private func problems(_ mechanism: Mechanism, clocks: [String: Int] = ["kept": 10]) -> [BookFailure.Kind] {
        do throws(BookFailure) {
            _ = try MiniatureBook.book(mechanism, clocks: clocks)
            return []
        } catch {
            return error.problems.map(\.kind)
        }
    }

    @Test func whoeverNamesPersonsSaysHowLong() {
        let named = [Field.identity("family-name")]
        #expect(problems(thing(fields: named, subject: .itself)) == [.noRetention])
        let clause = Retention(after: .closing, "kept", then: .eraseIdentity)
        #expect(problems(thing(fields: named, subject: .itself, retention: [clause])) == [])
    }

    private static let unsound: [(Retention.Start, String, Set<String>, BookFailure.Kind)] = [
        (.closing, "kept", [], .state), (.closing, "unset", ["done"], .unknownClock),
        (.field("note"), "kept", ["done"], .unknownField), (.field("nowhere"), "kept", ["done"], .unknownField),
        (.lastChange, "until", ["done"], .unknownClock),
    ]

    @Test(arguments: unsound)
    func aClauseSpeaksOfWhatIsThere(
        start: Retention.Start, clock: String, closed: Set<String>, problem: BookFailure.Kind
    ) {
        let clause = Retention(after: start, clock, then: .review)
        #expect(problems(thing(closed: closed, retention: [clause])).contains(problem))
    }

    @Test(arguments: [(1, true), (9, true), (10, true), (400, true), (0, false), (36_526, false)])
    func aCountrySetsRetentionEitherWay(days: Int, isTaken: Bool) throws {
        let clause = Retention(after: .lastChange, "kept", then: .review)
        let overlay = CountryOverlay(country: "XX", clocks: ["kept": days])
        let mechanism = thing(retention: [clause])
        let book = try? MiniatureBook.book(mechanism, clocks: ["kept": 10], overlay: overlay)
        #expect(book?.clocks["kept"] == (isTaken ? days : nil))
    }

    @Test func aProtectiveClockIsStillNeverShorter() {
        let overlay = CountryOverlay(country: "XX", clocks: ["grace": 9])
        #expect(throws: BookFailure.self) { try MiniatureBook.book(thing(), clocks: ["grace": 10], overlay: overlay) }
    }

    @Test func countsFromWhatTheClauseNames() throws {
        let month = try #require(Period("2026-02"))
        let fields: [String: FieldValue] = ["until": .period(try #require(Period("2025")))]
        let last = try #require(CalendarDate("2026-02-28"))
        #expect(Retention.Start.closing.day(isClosed: true, effective: month, fields: fields) == last)
        #expect(Retention.Start.closing.day(isClosed: false, effective: month, fields: fields) == nil)
        #expect(Retention.Start.lastChange.day(isClosed: false, effective: month, fields: fields) == last)
        let end = Retention.Start.field("until").day(isClosed: false, effective: month, fields: fields)
        #expect(end == CalendarDate("2025-12-31"))
        #expect(Retention.Start.field("from").day(isClosed: true, effective: month, fields: fields) == nil)
    }

    @Test func whatIsDueFallsSilentInStatesWhereItNoLongerMatters() {
        let dues = [DueField("until", whileIn: ["new"]), "from"]
        let open = thing(closed: [], dues: dues)
        #expect(open.dues(in: "new").map(\.name) == ["until", "from"])
        #expect(open.dues(in: "done").map(\.name) == ["from"])
        #expect(thing(dues: dues).dues(in: "done") == [])
    }

    @Test func aDueDateNamesStatesThatThereAre() {
        #expect(problems(thing(dues: [DueField("until", whileIn: ["elsewhere"])])) == [.state])
    }
}
