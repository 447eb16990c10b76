import Access
import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

/// B68: a duty to report is due until a report was handed in, and a report says where its figures come from.
@Suite struct ProgressReportTests {
    private let house: PlanRegister
    private let duty: RecordID
    private var head: Actor { Actor(account: "head", function: .coordinator, organisation: nil) }

    init() throws {
        house = try PlanRegister()
        duty = try house.take(
            "take-up", "reporting-duty", nil,
            [
                "title": .text("Yearly report"), "instrument": .text("Act 1, article 2"),
                "addressees": .text("Parliament"),
                "periodicity": .code("yearly"), "next-due-on": .period(try #require(Period("2026-12-31"))),
            ])
    }

    private func drafted(_ changes: [String: FieldValue]) throws -> RecordID {
        let basics: [String: FieldValue] = [
            "duty": .link(duty), "period": .period(try #require(Period("2026"))), "text": .text("What was done."),
        ]
        return try house.take("draft", "progress-report", nil, basics.merging(changes) { $1 })
    }

    private func handedIn() throws -> RecordID {
        let report = try drafted(["no-figures-because": .text("The year is not over.")])
        try house.take("sign-off", "progress-report", report, by: head)
        return try house.take(
            "hand-in", "progress-report", report, ["handed-in-on": .period(try #require(Period("2026-12-01")))])
    }

    private func codes(_ work: () throws -> Void) -> [String] {
        do {
            try work()
            return []
        } catch let refusal as Refusal {
            return refusal.problems.map(\.code)
        } catch {
            return ["\(error)"]
        }
    }

    private func due(on day: String) throws -> [Obligation] {
        let day = try #require(CalendarDate(day))
        let request = ObligationRequest(on: day, through: day.adding(days: 400), kinds: ["reporting-duty"])
        return try house.register.registry.obligations(request, house.asking).rows
    }

    @Test(arguments: [("2026-12-31", Obligation.State.due), ("2027-01-01", .late), ("2026-12-30", .toCome)])
    func b68ADutyStandsInTheCalendar(day: String, state: Obligation.State) throws {
        #expect(try due(on: day).map(\.state) == [state])
    }

    @Test func b68ItMovesOnOverAReportThatWasHandedIn() throws {
        let next = FieldValue.period(try #require(Period("2027-12-31")))
        let draft = try drafted([:])
        #expect(
            codes { try house.take("meet", "reporting-duty", duty, ["next-due-on": next]) } == [
                Refusal.Kind.missingField.rawValue
            ])
        #expect(
            codes {
                try house.take("meet", "reporting-duty", duty, ["next-due-on": next, "last-report": .link(draft)])
            } == [Refusal.Kind.linkedElsewhere.rawValue])
        try house.take("meet", "reporting-duty", duty, ["next-due-on": next, "last-report": .link(try handedIn())])
        #expect(try due(on: "2027-01-01").map(\.state) == [.toCome])
    }

    @Test func b68ItNeverMovesBack() throws {
        let report = try handedIn()
        let earlier = FieldValue.period(try #require(Period("2026-06-30")))
        #expect(
            codes {
                try house.take("meet", "reporting-duty", duty, ["next-due-on": earlier, "last-report": .link(report)])
            } == [Refusal.Kind.shortenedDeadline.rawValue])
    }

    @Test func b68AReportNamesTheReleasesOfItsFiguresOrSaysWhyItHasNone() throws {
        let report = try drafted([:])
        #expect(
            codes { try house.take("sign-off", "progress-report", report, by: head) } == [
                Refusal.Kind.missingField.rawValue
            ])
    }

    @Test func b68NobodySignsOffWhatTheyWrote() throws {
        let report = try drafted(["no-figures-because": .text("There are none.")])
        #expect(
            codes { try house.take("sign-off", "progress-report", report) } == [Refusal.Kind.samePerson.rawValue])
    }
}
