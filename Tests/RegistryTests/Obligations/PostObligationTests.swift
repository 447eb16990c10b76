import Access
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

/// What posts and records owe, and to whom it is told (B52, B66).
@Suite struct PostObligationTests {
    private let register: InterfaceRegister
    private let today = InterfaceRegister.now.day
    private let keeper: Actor

    init() throws {
        register = try InterfaceRegister()
        keeper = Actor(account: "keeper", function: .coordinator, organisation: nil)
    }

    private func owed(
        _ kind: String, on days: Int = 0, by actor: Actor
    ) throws -> [Obligation] {
        let day = today.adding(days: days)
        let request = ObligationRequest(on: day, through: day.adding(days: 400), kinds: [kind])
        return try register.registry.obligations(request, Asking(actor)).rows
    }

    private func mandate(_ post: RecordID, until days: Int? = nil, rank: String = "main") throws -> RecordID {
        var changes: [String: FieldValue] = [
            "function": .link(post), "holder": .text("Somebody"), "account": .text("account-of-somebody"),
            "rank": .code(rank), "from": .period(.day(today.adding(days: -100))),
        ]
        changes["until"] = days.map { .period(.day(today.adding(days: $0))) }
        let mandate = try register.open("mandate", "open", changes, by: register.people.operatorOfMachine)
        try register.registry.refreshDirectory()
        return mandate
    }

    /// Left ten days ago; the book allows fourteen.
    @Test(arguments: [(0, Obligation.State.due), (4, .due), (5, .late)])
    func b52APostThatNobodyHoldsIsLateAfterItsDays(days: Int, state: Obligation.State) throws {
        let post = try #require(register.people.rapporteur.post)
        _ = try mandate(post, until: -10)
        let owed = try #require(try owed("vacancy", on: days, by: keeper).first { $0.record == post })
        #expect(owed.earliest == today.adding(days: -10) && owed.latest == today.adding(days: 4))
        #expect(owed.state == state && owed.isOwn)
    }

    @Test func b52APostThatIsHeldIsNotVacant() throws {
        let post = try #require(register.people.rapporteur.post)
        _ = try mandate(post, rank: "alternate")
        #expect(try owed("vacancy", by: keeper).contains { $0.record == post } == false)
    }

    @Test func b52WhoHasNotNominatedIsListed() throws {
        let bodies = [register.people.alpha, register.people.beta]
        #expect(Set(try owed("nomination", by: keeper).map(\.record)) == Set(bodies))
        #expect(try owed("nomination", by: register.people.caseworkerOfAlpha).isEmpty)
        _ = try mandate(try #require(register.people.rapporteur.post))
        #expect(try owed("nomination", by: keeper).map(\.record) == [register.people.alpha])
    }

    @Test func b52OfADayThatIsPastPostsAreKnownAsTheyStood() throws {
        let post = try #require(register.people.rapporteur.post)
        _ = try mandate(post, until: 5)
        // Before the day on which the register was begun, there was no post.
        #expect(try owed("vacancy", on: -1, by: keeper).isEmpty)
        let past = ObligationRequest(on: today.adding(days: -1), through: today)
        #expect(try register.registry.obligations(past, Asking(keeper)).leavesOutRecords)
    }

    @Test func b66ATaskIsOwedByThePostThatItIsGivenToAndNobodyElse() throws {
        let worker = register.people.caseworkerOfAlpha
        let task = try register.open(
            "task", "set",
            [
                "title": .text("Call the shelter"), "assigned-to": .link(try #require(worker.post)),
                "due-on": .period(.day(today.adding(days: 3))),
            ], by: worker)
        let mine = try owed("task", by: worker)
        #expect(mine.map(\.record) == [task] && mine.allSatisfy(\.isOwn))
        #expect(mine.first?.latest == today.adding(days: 3) && mine.first?.state == .toCome)
        #expect(try owed("task", on: 4, by: worker).first?.state == .late)
        #expect(try owed("task", by: register.people.caseworkerOfBeta).isEmpty)
        #expect(try owed("task", by: keeper).isEmpty)
    }

    @Test func b68WhatIsOwedIsReadWithoutATrace() throws {
        let worker = register.people.caseworkerOfAlpha
        try register.open(
            "task", "set", ["title": .text("Call"), "due-on": .period(.day(today))], by: worker)
        let before = try register.ledger.position().sequence
        _ = try owed("task", by: worker)
        #expect(try register.ledger.position().sequence == before)
    }
}
