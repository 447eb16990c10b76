import Access
import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

@Suite struct DirectoryTests {
    /// Somebody who leaves on a Friday is not let in on that Friday.
    @Test(arguments: [(-1, true), (0, false), (1, false)])
    func theDayOnWhichSomebodyLeavesIsNoDayOfAccess(days: Int, isLetIn: Bool) throws {
        let register = try InterfaceRegister()
        let (people, today) = (register.people, InterfaceRegister.now.day)
        let last = today.adding(days: 30)
        let post = try register.open(
            "function", "open", ["organisation": .link(people.alpha), "kind": .code("rapporteur")],
            by: people.coordinator)
        let mandate = try register.open(
            "mandate", "open",
            [
                "function": .link(post), "holder": .text("Somebody"), "account": .text("account-of-somebody"),
                "rank": .code("main"), "from": .period(.day(today)), "until": .period(.day(last)),
            ], by: people.operatorOfMachine)
        let actor = register.registry.directory.actor(
            "account-of-somebody", through: mandate, on: last.adding(days: days))
        #expect((actor != nil) == isLetIn)
    }
}
