import Access
import ArgumentParser
import Mechanisms
import Registry

struct RecordSteps: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "steps", abstract: "What may be done with a record now, and why the rest may not.")
    static let rule = CommandRule.named([.list, .read, .write])
    static let output = CommandOutput.talk

    @Argument(help: "The id of the record.")
    var record: String

    @OptionGroup var acting: ActingAs
    @OptionGroup var register: RegisterFolder

    func validate() throws { _ = try RecordArgument.read(record) }

    func run() throws {
        let open = try OpenRegistry(register, acting, for: Self.self)
        let offers = try open.registry.offers(on: RecordArgument.read(record), open.asking)
        try open.close()
        print("step,to,open,why not")
        for offer in offers {
            let reasons = offer.obstacles.map { obstacle in
                switch obstacle {
                case .policy: "your post may not change this record"
                case .function: "the step is for other functions"
                case .state(let states): "it starts from \(states.joined(separator: " or "))"
                }
            }
            print(
                CSVText.line([
                    offer.transition.name, offer.transition.to, offer.isOpen ? "yes" : "no",
                    reasons.joined(separator: "; "),
                ]))
        }
    }
}
