import Access
import Mechanisms
import Testing

/// When those who owe something are reminded: a country says it for each kind, and a mistake stops the book (B66).
@Suite struct ReminderRuleTests {
    private func problems(_ kind: String, _ rule: ReminderRule) -> [BookFailure.Kind] {
        let thing = Mechanism(
            "thing", chapter: .coordination, serves: [], fields: [.period("due-on")], states: ["new"],
            dueFields: ["due-on"], transitions: [.opening(to: "new", by: [.coordinator])])
        do throws(BookFailure) {
            _ = try MiniatureBook.book(thing, overlay: CountryOverlay(country: "XX", reminders: [kind: rule]))
            return []
        } catch {
            return error.problems.map(\.kind)
        }
    }

    @Test(arguments: ["thing", "vacancy", "nomination", "state-of-play"])
    func aRuleIsForWhatIsOwed(kind: String) {
        #expect(problems(kind, ReminderRule(days: [-3, 0], escalation: nil)) == [])
    }

    @Test(arguments: [
        ("nothing", ReminderRule(days: [0], escalation: nil)), ("thing", ReminderRule(days: [], escalation: nil)),
        ("thing", ReminderRule(days: [-367], escalation: nil)), ("thing", ReminderRule(days: [0], escalation: 367)),
        ("thing", ReminderRule(days: [0], escalation: nil, grace: 3)),
        ("vacancy", ReminderRule(days: [0], escalation: nil, grace: -1)),
        ("thing", ReminderRule(days: Array(0...12), escalation: nil)),
    ])
    func aMistakeInARuleStopsTheBook(kind: String, rule: ReminderRule) {
        #expect(problems(kind, rule) == [.reminder])
    }

    @Test func daysAreInOrderAndOnce() {
        let rule = ReminderRule(days: [7, -14, 0, 7], escalation: nil)
        #expect(rule.days == [-14, 0, 7] && rule.daysAhead == 14)
    }
}
