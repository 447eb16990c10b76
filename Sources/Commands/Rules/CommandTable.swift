import Access
import ArgumentParser

/// Every command of the program, checked before any of them runs: one without a rule, or with a rule that the policy
/// never says yes to, and the program does not start.
struct CommandTable {
    struct Entry {
        /// As it is typed: `rapporteur ledger verify`.
        let name: String
        let command: any RuledCommand.Type
    }

    /// In the order in which help lists them.
    let entries: [Entry]

    /// - Throws: ``CommandFailure/commandWithoutRule(command:)``,
    ///   ``CommandFailure/commandRuleUnknown(command:rule:)``.
    init(of root: any ParsableCommand.Type, policy: Policy = Policy()) throws(CommandFailure) {
        entries = try CommandTable.entries(of: root, under: [], policy)
    }

    private static func entries(
        of command: any ParsableCommand.Type, under parents: [String], _ policy: Policy
    ) throws(CommandFailure) -> [Entry] {
        let path = parents + [command._commandName]
        let name = path.joined(separator: " ")
        let verbs = command.configuration.subcommands
        guard let ruled = command as? any RuledCommand.Type, (ruled.rule == .noun) == !verbs.isEmpty else {
            throw .commandWithoutRule(command: name)
        }
        guard ruled.rule.isGranted(by: policy) else {
            throw .commandRuleUnknown(command: name, rule: ruled.rule.description)
        }
        var entries = [Entry(name: name, command: ruled)]
        for verb in verbs { entries += try CommandTable.entries(of: verb, under: path, policy) }
        return entries
    }
}
