package import Access
import Mechanisms
package import Vocabulary

extension InterfaceRegister {
    /// Some records of each of the two organisations, so that whoever tries the interface finds something.
    package func fill() throws {
        for (house, worker) in [("alpha", people.caseworkerOfAlpha), ("beta", people.caseworkerOfBeta)] {
            for number in 1...6 {
                let person = try person("\(house) \(number)", by: worker)
                let file = try open(
                    "case", "open", ["phenomenon": .code("trafficking"), "reference": .text("\(house)-\(number)")],
                    by: worker)
                try open(
                    "case-person", "open",
                    ["case": .link(file), "person": .link(person), "role": .code("victim")], by: worker)
                try open("status-episode", "open-as-potential", ["person": .link(person)], by: worker)
            }
        }
    }

    /// A person of whom a name is known.
    package func person(_ name: String, by worker: Actor) throws -> RecordID {
        try open(
            "person", "open",
            ["given-name": .text("Given \(name)"), "family-name": .text("Family \(name)"), "sex": .code("female")],
            by: worker)
    }
}
