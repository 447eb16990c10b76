package import Access
import Mechanisms
package import Vocabulary

extension InterfaceRegister {
    /// Some records of each of the two organisations, so that whoever tries the interface finds something.
    ///
    /// - Returns: A record of each of the first organisation's mechanisms, by the mechanism's name.
    package func fill() throws -> [String: RecordID] {
        var opened = ["organisation": people.alpha]
        for (house, worker) in [("alpha", people.caseworkerOfAlpha), ("beta", people.caseworkerOfBeta)] {
            for number in 1...6 {
                let records = try file(number, of: house, by: worker)
                if house == "alpha" { opened.merge(records) { first, _ in first } }
            }
        }
        return opened
    }

    private func file(_ number: Int, of house: String, by worker: Actor) throws -> [String: RecordID] {
        let person = try person("\(house) \(number)", by: worker)
        let file = try open(
            "case", "open", ["phenomenon": .code("trafficking"), "reference": .text("\(house)-\(number)")], by: worker)
        let incident = try open(
            "incident", "record",
            ["phenomenon": .code("trafficking"), "case": .link(file), "persons": .links([person])],
            by: worker)
        let part = try open(
            "case-person", "open", ["case": .link(file), "person": .link(person), "role": .code("victim")], by: worker)
        let episode = try open("status-episode", "open-as-potential", ["person": .link(person)], by: worker)
        let entry = try open(
            "case-entry", "write",
            [
                "case": .link(file), "happened-on": .period(.day(InterfaceRegister.now.day)),
                "text": .text("A call came."), "disclosure": .code("never"),
            ], by: worker)
        return [
            "person": person, "case": file, "incident": incident, "case-person": part, "status-episode": episode,
            "case-entry": entry,
        ]
    }

    /// A person of whom a name is known.
    package func person(_ name: String, by worker: Actor) throws -> RecordID {
        try open(
            "person", "open",
            ["given-name": .text("Given \(name)"), "family-name": .text("Family \(name)"), "sex": .code("female")],
            by: worker)
    }
}
