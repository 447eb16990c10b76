import Access
import ArgumentParser
import Intake
import Registry
import Vocabulary

struct PlanSucceed: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "succeed", abstract: "Begin a new plan with what another one left unfinished.",
        discussion: """
            The new plan has the chapters and objectives of the former, and those of its actions that were neither done \
            nor given up on the day, with their codes and deadlines. The former plan stays as it is.
            """)
    static let rule = CommandRule.post(.coordinator, [.read, .list, .open, .write])
    static let output = CommandOutput.talk

    @Option(help: "The record id, number or title of the former plan; not needed where there is only one.")
    var plan: String?

    @Option(help: "The title of the new plan.")
    var title: String

    @Option(help: "The number by which the new plan is known.")
    var reference: String?

    @Option(name: .customLong("as-of"), help: "The day on which it begins; today where none is given.")
    var day: CalendarDate?

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let day = day ?? open.registry.today
        let former = try PlanChoice(open).plan(plan)
        let plans = try open.registry.plans(open.asking)
        if let taken = plans.first(where: { $0.title == title || reference.map([$0.reference].contains) ?? false }) {
            throw CommandFailure.planTaken(plan: taken.reference ?? taken.title)
        }
        guard let stand = try open.registry.planStand(of: former, open.asking, on: day) else {
            throw CommandFailure.notInForce(plan: plan ?? former.description, day: day)
        }
        let table = stand.unfinished(titled: title, reference: reference, on: day)
        var random = SystemRandomNumberGenerator()
        let work = try PlanImport(table, onto: nil) { RecordID(at: OpenRegister.clock(), using: &random) }
        let outcome = try open.registry.submit(work.commands, open.asking)
        try open.close()
        if case .refused(let refusal) = outcome { throw refusal }
        if case .conflict = outcome { throw RegistryRefusal.overtaken }
        print("actions         \(table.actions.count)")
        print("left behind     \(stand.lines.count - table.actions.count)")
    }
}
