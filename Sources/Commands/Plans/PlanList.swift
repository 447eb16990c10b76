import Access
import ArgumentParser
import Registry
import Vocabulary

struct PlanList: RuledCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "The plans of the register.")
    static let rule = CommandRule.post(.coordinator, [.read])
    static let output = CommandOutput.markedRows

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let plans = try open.registry.plans(open.asking)
        try open.close()
        print("plan,reference,title,in-force,marking")
        for plan in plans {
            print(
                CSVText.line([
                    plan.record.description, plan.reference ?? "", plan.title, plan.isInForce ? "yes" : "no",
                    Marking.professionals.rawValue,
                ]))
        }
    }
}
