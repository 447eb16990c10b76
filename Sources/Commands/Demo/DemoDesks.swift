import Access
import Mechanisms
import Registry
import Vocabulary

/// What the other desks of the demo country hold, from `demo/country/desks.csv`: a row is a step of a record, taken by a post
/// of the country as its holder would take it.
///
/// A later row names a record by its key. Links name organisations by their names, posts by their sign-ins, plans by
/// their numbers, actions as `N 1 3.1.a`.
struct DemoDesks {
    private static let file = "desks.csv"

    private let demo: DemoCoordination
    private var named: [String: RecordID]
    private var versions: [RecordID: Int] = [:]

    /// - Parameters:
    ///   - actions: Of the country's plan, by their codes.
    ///   - contributions: The round in which contributions of information were asked for.
    /// - Throws: What the register says against reading plans.
    init(_ demo: DemoCoordination, actions: [String: RecordID], contributions: RecordID) throws {
        self.demo = demo
        named = demo.network.posts
        named["contributions"] = contributions
        for plan in try demo.registry.plans(demo.secretariat) {
            if let reference = plan.reference { named[reference] = plan.record }
        }
        for (house, record) in zip(DemoPlan.houses, demo.network.houses) { named[house.name] = record }
        for (code, action) in actions { named["N 1 \(code)"] = action }
    }

    /// - Throws: What the policy or the book says against rows, all of it, with their numbers.
    mutating func make() throws {
        var problems: [String] = []
        for (place, cells) in try demo.lines(of: DemoDesks.file).enumerated() {
            do {
                try take(cells)
            } catch let refusal as Refusal {
                let said = refusal.problems.map { "\($0.code) \($0.field ?? "") \($0.message)" }
                problems.append("row \(place + 2): \(said.joined(separator: " "))")
            } catch {
                problems.append("row \(place + 2): \(error)")
            }
        }
        guard problems.isEmpty else { throw wrong(problems.joined(separator: "; ")) }
    }

    private mutating func take(_ cells: [String: String]) throws {
        let (key, step) = (cells["key"] ?? "", cells["step"] ?? "")
        let mechanism = try demo.registry.mechanism(cells["mechanism"] ?? "")
        let asking = Asking(try actor(cells["by"] ?? ""))
        let day = demo.clock.day(Int(cells["on"] ?? "") ?? 0)
        let changes = try changes(cells["fields"] ?? "", of: mechanism)
        if let record = named[key] {
            versions[record] = try DemoRecord.step(
                step, mechanism.name, record, at: versions[record] ?? 1, changes, because: cells["because"], on: day,
                of: demo.registry, asking)
        } else {
            let record = try DemoRecord.open(
                mechanism.name, by: step.isEmpty ? nil : step, changes, on: day, of: demo.registry, asking)
            if !key.isEmpty { named[key] = record }
        }
    }

    private func actor(_ name: String) throws -> Actor {
        guard let post = named[name], let actor = demo.network.actors.first(where: { $0.post == post }) else {
            throw wrong("nobody signs in as \(name)")
        }
        return actor
    }

    /// `title = A form for all | organisation = Helpline`, as typed into the form of a record.
    private func changes(_ words: String, of mechanism: Mechanism) throws -> [String: FieldValue] {
        var changes: [String: FieldValue] = [:]
        for part in words.split(separator: " | ") {
            let sides = part.split(separator: " = ", maxSplits: 1).map(String.init)
            guard sides.count == 2, let field = mechanism.field(sides[0]) else {
                throw wrong("\(mechanism.name) has no field like \(part)")
            }
            changes[field.name] = try FieldText.value([try written(sides[1], field)], of: field).get()
        }
        return changes
    }

    /// With records in place of their names, where the field links to some.
    private func written(_ words: String, _ field: Field) throws -> String {
        switch field.kind {
        case .link, .links:
            return try words.split(separator: ", ").map { name in
                guard let record = named[String(name)] else { throw wrong("there is no \(name) yet") }
                return record.description
            }.joined(separator: ", ")
        default: return words
        }
    }

    private func wrong(_ detail: String) -> CommandFailure { .malformed(file: DemoDesks.file, detail: detail) }
}
