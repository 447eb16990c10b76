import Access
import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

/// Which reminder has come by a day (B66).
@Suite struct ReminderTests {
    private let register: InterfaceRegister
    private let worker: Actor
    private let due = InterfaceRegister.now.day.adding(days: 30)

    init() throws {
        register = try InterfaceRegister()
        worker = register.people.caseworkerOfAlpha
        try register.open(
            "task", "set",
            [
                "title": .text("Call"), "assigned-to": .link(try #require(worker.post)), "due-on": .period(.day(due)),
            ], by: worker)
    }

    private func stages(on days: Int, by actor: Actor) throws -> [Reminder.Stage] {
        try register.registry.reminders(Asking(actor), on: due.adding(days: days)).filter {
            $0.obligation.kind == "task"
        }.map(\.stage)
    }

    /// The book reminds of a task three days before, on the day, a day after and a week after.
    @Test(
        arguments: [
            (-4, nil), (-3, -3), (-1, -3), (0, 0), (1, 1), (6, 1), (7, 7), (300, 7),
        ] as [(Int, Int?)])
    func b66ComesBeforeOnAndAfterTheDay(days: Int, stage: Int?) throws {
        #expect(try stages(on: days, by: worker) == (stage.map { [.day($0)] } ?? []))
    }

    @Test func b66NobodyElseIsReminded() throws {
        #expect(try stages(on: 300, by: register.people.caseworkerOfBeta) == [])
        #expect(try stages(on: 300, by: register.people.coordinator) == [])
    }

    /// Alpha is supervised by beta, whose authority sees what is late; the book waits fourteen days.
    @Test(arguments: [(13, false), (14, true), (200, true)])
    func b66WhatStaysLateGoesToThoseWhoSupervise(days: Int, isTold: Bool) throws {
        let (alpha, beta) = (register.people.alpha, register.people.beta)
        let supervisor = Actor(
            account: "authority-of-beta", function: .competentAuthority, organisation: beta,
            supervises: .organisations([alpha]))
        #expect(try stages(on: days, by: supervisor) == (isTold ? [.escalation] : []))
    }

    @Test func b66WhatWasDoneIsRemindedOfNoMore() throws {
        let asking = Asking(worker)
        let task = try #require(try register.registry.reminders(asking, on: due).first?.obligation.record)
        let command = Command(
            mechanism: "task", record: task, transition: "finish", expectedVersion: 1, changes: [:],
            effective: .day(InterfaceRegister.now.day))
        guard case .written = try register.registry.submit([command], asking) else {
            Issue.record("the task was not finished")
            return
        }
        #expect(try stages(on: 0, by: worker) == [])
    }

    @Test func b66AMovedDayIsAnotherReminder() throws {
        let asking = Asking(worker)
        let before = try #require(try register.registry.reminders(asking, on: due).first)
        let again = try #require(try register.registry.reminders(asking, on: due).first)
        let later = try #require(try register.registry.reminders(asking, on: due.adding(days: 1)).first)
        #expect(before.identity == again.identity && before.identity != later.identity)
    }
}
