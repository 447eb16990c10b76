import Access
import Mechanisms
import Registry
import Vocabulary

/// Persons of the demo country whom more than one body met: the first shares the record with their consent, so that the
/// next may say that it is the same person.
struct DemoSharing {
    let registry: Registry
    let clock: DemoClock

    /// Shares a person's record with another body, for her protection and with her consent.
    ///
    /// - Throws: What the policy or the book says against it.
    func share(_ made: DemoPeople.Made, by giver: Actor, with receiver: RecordID) throws {
        let until = clock.value(300)
        let consent = try DemoRecord.open(
            "consent",
            [
                "person": .link(made.person), "purpose": .code("protection"), "recipient": .link(receiver),
                "given-on": .period(.day(made.registeredOn)), "until": until,
            ], on: made.registeredOn, of: registry, Asking(giver))
        _ = try DemoRecord.open(
            "share",
            [
                "packet": .code("victim-data"), "records": .links([made.person]), "receiver": .link(receiver),
                "purpose": .code("protection"), "basis": .code("consent"), "consent": .link(consent),
                "marking": .code("professionals"), "expires-on": until,
            ], on: clock.today, of: registry, Asking(giver))
    }
}
