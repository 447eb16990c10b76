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

    @Option(
        help: "The mechanism, in place of a record, for what is done before there is one: open, list, search, load.")
    var mechanism: String?

    @Option(help: "The action, such as read or write.")
    var action: Action

    @OptionGroup var register: RegisterFolder

    func validate() throws {
        if let record { _ = try RecordArgument.read(record) }
        guard record == nil || mechanism == nil else {
            throw ValidationError("Give --record or --mechanism, not both.")
        }
        if record == nil, mechanism == nil, action.isAboutRecords {
            throw ValidationError("“\(action.rawValue)” is done to records: give --record, or --mechanism.")
        }
    }

    func run() throws {
        let open = try OpenRegistry(register, acting, for: Self.self)
        let explanation: Explanation
        do { explanation = try open.registry.explain(action, on: target(), open.asking) } catch {
            try open.close()
            throw error
        }
        try open.close()
        print(explanation.lines.joined(separator: "\n"))
        if explanation.rule == nil { throw ExitCode(Ending.refused) }
    }

    private func target() throws -> ExplainedTarget {
        if let record { return .record(try RecordArgument.read(record)) }
        return mechanism.map { .mechanism($0) } ?? .register
    }
}
