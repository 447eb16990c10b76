import Access
import Mechanisms
import Registry
import Vocabulary

/// What the authorities of the demo country decided afterwards: steps under the same policy as anybody's.
struct DemoDecisions {
    let registry: Registry
    let authority: Asking
    let organisation: RecordID
    let clock: DemoClock

    /// Takes a status on from where it was opened.
    func decide(_ made: DemoPeople.Made, _ people: inout DemoPeople) throws {
        guard let state = try? registry.read(made.episode, authority), state.state == "potential" else { return }
        let presumedOn = made.registeredOn.adding(days: 10)
        guard presumedOn < clock.today else { return }
        let version = try step(
            "presume", made.episode, state.version,
            [
                "authority": .link(organisation), "decided-on": .period(.day(presumedOn)),
                "recovery-from": .period(.day(presumedOn)),
            ], presumedOn)
        let decidedOn = presumedOn.adding(days: 60)
        guard decidedOn < clock.today, people.chance(70) else { return }
        if people.chance(75) {
            _ = try step("identify", made.episode, version, ["decided-on": .period(.day(decidedOn))], decidedOn)
        } else {
            _ = try step(
                "not-identify", made.episode, version,
                [
                    "decided-on": .period(.day(decidedOn)), "reasons": .text("The indicators did not hold."),
                    "appeal-until": .period(.day(decidedOn.adding(days: 30))),
                ], decidedOn)
        }
    }

    private func step(
        _ name: String, _ record: RecordID, _ version: Int, _ changes: [String: FieldValue], _ day: CalendarDate
    ) throws -> Int {
        try DemoRecord.step(
            name, "status-episode", record, at: version, changes, on: day, of: registry, authority)
    }
}
