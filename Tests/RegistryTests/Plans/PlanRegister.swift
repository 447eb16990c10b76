import Access
import Intake
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

/// A register into which tests bring plans, as the coordinator does.
struct PlanRegister {
    let register: InterfaceRegister
    let asking: Asking
    let tally = CountingStore.Tally()

    init() throws {
        register = try InterfaceRegister(wrap: { [tally] premises in
            LedgerPremises(
                events: CountingStore(premises.events, tally: tally), vault: premises.vault, papers: premises.papers)
        })
        asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
    }

    /// - Returns: The plan, and how many commands it took.
    @discardableResult
    func bringIn(_ table: PlanTable, onto plan: RecordID? = nil) throws -> (plan: RecordID, commands: Int) {
        let present = try plan.flatMap { try register.registry.planRecords(of: $0, asking) }
        var random = SystemRandomNumberGenerator()
        let work = try PlanImport(table, onto: present) { RecordID(at: InterfaceRegister.now, using: &random) }
        switch try register.registry.submit(work.commands, asking) {
        case .written: break
        case .refused(let refusal): throw refusal
        case .conflict: Issue.record("nobody else writes here")
        }
        let made = work.commands.first { $0.mechanism == "plan" }?.record
        return (try #require(plan ?? made), work.commands.count)
    }

    func stand(_ plan: RecordID, on day: String) throws -> PlanStand? {
        let day = try #require(CalendarDate(day))
        return try register.registry.planRecords(of: plan, asking, asOf: day).map { PlanStand($0, on: day) }
    }

    /// All that there is of a plan.
    func records(_ plan: RecordID) throws -> PlanRecords {
        try #require(try register.registry.planRecords(of: plan, asking))
    }

    func line(_ plan: RecordID, _ code: String, on day: String) throws -> PlanStand.Line {
        try #require(try stand(plan, on: day)?.lines.first { $0.action.code == code })
    }

    /// Takes a step, or opens a record; as the secretariat, unless another is named.
    @discardableResult
    func take(
        _ step: String, _ mechanism: String, _ record: RecordID? = nil, _ changes: [String: FieldValue] = [:],
        on day: String = "2026-09-01", by other: Actor? = nil
    ) throws -> RecordID {
        var random = SystemRandomNumberGenerator()
        let id = record ?? RecordID(at: InterfaceRegister.now, using: &random)
        let version = try record.flatMap { try register.ledger.record($0)?.version } ?? 0
        let command = Command(
            mechanism: mechanism, record: id, transition: step, expectedVersion: version, changes: changes,
            effective: try #require(Period(day)), reason: "because")
        let asking = other.map { Asking($0) } ?? asking
        if case .refused(let refusal) = try register.registry.submit([command], asking) { throw refusal }
        return id
    }
}
