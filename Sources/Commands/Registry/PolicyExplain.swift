import Access
import ArgumentParser
import Registry
import Vocabulary

/// `rapporteur policy …`: the rules, and which of them decides.
struct PolicyCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Which rule lets a post do something, or why none does.",
        subcommands: [PolicyExplain.self])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}

struct PolicyExplain: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Which rule of the policy decides on an action of a post on a record.",
        discussion: "Meant for whoever keeps the machine; asking is written down like any refusal or reading.")
    static let rule = CommandRule.named(Set(Action.allCases))
    static let output = CommandOutput.talk

    @OptionGroup var acting: ActingAs

    @Option(help: "The record; none for what is done to the register as a whole.")
    var record: String?

    @Option(help: "The action, such as read or write.")
    var action: Action

    @OptionGroup var register: RegisterFolder

    func validate() throws {
        if let record { _ = try RecordArgument.read(record) }
        if record == nil, action.isAboutRecords {
            throw ValidationError("“\(action.rawValue)” is done to a record: give --record.")
        }
    }

    func run() throws {
        let open = try OpenRegistry(register, acting, for: Self.self)
        let explanation = try open.registry.explain(
            action, on: try record.map(RecordArgument.read), open.asking)
        try open.close()
        print(explanation.lines.joined(separator: "\n"))
        if explanation.rule == nil { throw ExitCode(Ending.refused) }
    }
}
