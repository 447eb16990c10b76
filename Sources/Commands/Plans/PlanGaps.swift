import Access
import ArgumentParser
import Intake
import Registry
import Vocabulary

struct PlanGaps: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps", abstract: "Which actions of a plan no plan below it carries out.",
        discussion: """
            A plan hangs under another by its field “parent”, and its actions name those above that they carry out. An \
            action counts once, whatever carries it out; actions that were given up count nowhere.
            """)
    static let rule = CommandRule.post(.coordinator, [.read])
    static let output = CommandOutput.markedRows

    @Option(help: "The record id, number or title of the plan above; not needed where there is only one.")
    var plan: String?

    @Option(name: .customLong("as-of"), help: "The day; today where none is given.")
    var day: CalendarDate?

    @Flag(help: "All actions of the plan, each with those that carry it out and how they stand taken together.")
    var all = false

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let day = day ?? open.registry.today
        let record = try PlanChoice(open).plan(plan)
        let stand = try open.registry.planStand(of: record, open.asking, on: day)
        let rollUp = try stand.flatMap { try open.registry.planRollUp(of: $0, open.asking) }
        try open.close()
        guard let stand else { throw CommandFailure.notInForce(plan: plan ?? record.description, day: day) }
        print("code,action,standing,below,carried-out-by,marking")
        guard let rollUp else {
            Talk.say("No plan names “\(stand.name)” as the plan above it.")
            return
        }
        for line in all ? rollUp.lines : rollUp.gaps { print(CSVText.line(PlanGaps.cells(line))) }
        Talk.say(
            "\(rollUp.lines.count - rollUp.gaps.count) of \(rollUp.lines.count) actions are carried out, by "
                + "\(rollUp.carriers.count) actions of plans below: \(PlanGaps.counts(rollUp)).")
    }

    private static func cells(_ line: PlanRollUp.Line) -> [String] {
        [
            line.action.action.code, line.action.action.text.text, line.action.standing.rawValue,
            line.standing?.rawValue ?? "",
            line.carriers.map { "\($0.planName) \($0.line.action.code)" }.joined(separator: "; "),
            Marking.professionals.rawValue,
        ]
    }

    private static func counts(_ rollUp: PlanRollUp) -> String {
        PlanStand.Standing.allCases.filter { $0 != .abandoned }
            .map { "\($0.rawValue) \(rollUp.count($0))" }.joined(separator: ", ")
    }
}
