import Foundation
import Intake
import Mechanisms
import Registry
import Vocabulary

/// The two plans of the demo country: that of the region, and its own below it, which was reviewed twice; with what was
/// done about its actions.
struct DemoActionPlan {
    /// The number of the lower one.
    static let reference = "N 1"

    let demo: DemoCoordination

    /// Brings both in and works on the lower one.
    ///
    /// - Returns: The actions of the lower one by their codes.
    /// - Throws: What the readers or the register say against the files.
    func make() throws -> [String: RecordID] {
        let region = try bringIn("plan-above.csv", "Plan of the region", "P 7", table: 1, on: -420)
        var plan: RecordID?
        for (place, day) in [-400, -130, -25].enumerated() {
            plan = try bringIn(
                "plan.csv", "Plan against trafficking in human beings", DemoActionPlan.reference, table: place + 1,
                on: day,
                onto: plan)
        }
        guard let plan else { throw RegistryRefusal.notFound }
        try DemoRecord.step(
            "correct", "plan", plan, at: 1, ["parent": .link(region), "adopted-on": demo.clock.value(-400)],
            because: "the plan of the region asks for it", on: demo.clock.day(-400), of: demo.registry,
            demo.secretariat)
        let work = DemoActionWork(
            demo: demo, plan: plan, actions: try codes(of: plan), above: try codes(of: region))
        for line in try lines(of: "plan.csv") { try work.follow(line) }
        try work.nameParties()
        return work.actions
    }

    /// A plan's table as it was at one of its reviews, whose number stands in the names of columns.
    private func bringIn(
        _ name: String, _ title: String, _ reference: String, table number: Int, on day: Int,
        onto plan: RecordID? = nil
    ) throws -> RecordID {
        var lines = try demo.text(name).split(separator: "\n").map(String.init)
        if number > 1 {
            lines[0].replace("timetable,", with: "timetable-1,")
            lines[0].replace("timetable-\(number)", with: "timetable")
        }
        lines[0].replace("state-\(number)", with: "state-of-play")
        // Columns of the other reviews are said to be unknown: that is no fault of the file.
        let (table, _) = try TablePlanReader.read(
            MemoryBytes(lines.joined(separator: "\n"), name: name), title: title, reference: reference,
            date: demo.clock.day(day))
        let present = try plan.flatMap { try demo.registry.planRecords(of: $0, demo.secretariat) }
        let work = try PlanImport(table, onto: present, makeID: DemoRecord.newID)
        _ = try DemoRecord.written(demo.registry.submit(work.commands, demo.secretariat))
        guard let made = try demo.registry.plans(demo.secretariat).first(where: { $0.reference == reference }) else {
            throw RegistryRefusal.notFound
        }
        return made.record
    }

    private func codes(of plan: RecordID) throws -> [String: RecordID] {
        let stand = try demo.registry.planStand(of: plan, demo.secretariat, on: demo.clock.today)
        return Dictionary(
            (stand?.lines ?? []).map { ($0.action.code, $0.record) }, uniquingKeysWith: { first, _ in first })
    }

    /// The rows of a file, each by its columns, with the code that the action of the row got.
    private func lines(of name: String) throws -> [[String: String]] {
        try demo.lines(of: name).map { cells in
            let marks = ["chapter", "objective", "action"].map { cells[$0]?.prefix { $0 != "." && $0 != ")" } ?? "" }
            return cells.merging(["code": marks.joined(separator: ".")]) { $1 }
        }
    }
}

/// What was done about the actions of the demo country's plan, as the columns say that no plan's table has.
struct DemoActionWork {
    let demo: DemoCoordination
    let plan: RecordID
    /// By their codes.
    let actions: [String: RecordID]
    /// Those of the plan above.
    let above: [String: RecordID]

    /// What an action carries out, which pillar it serves, and what showed that it was done.
    func follow(_ cells: [String: String]) throws {
        guard let action = actions[cells["code"] ?? ""] else {
            throw CommandFailure.malformed(file: "plan.csv", detail: "it has no action \(cells["code"] ?? "")")
        }
        var changes: [String: FieldValue] = ["pillars": .codes([cells["pillar"] ?? ""])]
        let carried = (cells["implements"] ?? "").split(separator: " ").compactMap { above[String($0)] }
        if !carried.isEmpty { changes["implements"] = .links(carried) }
        let version = try step("correct", "plan-action", action, at: version(of: action), changes, on: -60)
        guard let kind = cells["shown-by"], !kind.isEmpty else { return }
        let evidence = try DemoRecord.open(
            "action-evidence",
            [
                "plan": .link(plan), "action": .link(action), "kind": .code(kind),
                "title": .text(cells["assessment"] ?? ""), "dated": demo.clock.value(-22),
            ], on: demo.clock.day(-22), of: demo.registry, demo.secretariat)
        try step(
            "accept", "action-evidence", evidence, at: 1, ["satisfies": .text(cells["assessment"] ?? "")], on: -21)
        try step(
            "finish", "plan-action", action, at: version,
            ["assessment-kinds": .codes([kind]), "evidence": .links([evidence])], on: -20)
    }

    /// Parties that bear the name of a body of the network are that body.
    func nameParties() throws {
        let houses = Dictionary(
            zip(DemoPlan.houses.map(\.name), demo.network.houses), uniquingKeysWith: { first, _ in first })
        let records = try demo.registry.planRecords(of: plan, demo.secretariat)
        for action in actions.values.sorted() {
            for party in records?.parties(of: action) ?? [] {
                guard case .text(let name)? = party.fields["name"], let house = houses[name] else { continue }
                try step(
                    "correct-named", "action-party", party.record, at: party.version, ["organisation": .link(house)],
                    on: -60)
            }
        }
    }

    private func version(of record: RecordID) throws -> Int {
        try demo.registry.read(record, demo.secretariat).version
    }

    @discardableResult
    private func step(
        _ name: String, _ mechanism: String, _ record: RecordID, at version: Int, _ changes: [String: FieldValue],
        on day: Int
    ) throws -> Int {
        try DemoRecord.step(
            name, mechanism, record, at: version, changes, because: "as the offices said", on: demo.clock.day(day),
            of: demo.registry, demo.secretariat)
    }
}
