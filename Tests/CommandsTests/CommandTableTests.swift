import Access
import ArgumentParser
import Testing

@testable import Commands

/// Every command of the program has its row of the policy, or the program does not start.
@Suite struct CommandTableTests {
    /// Built anew for each test, as the program does before it looks at what was typed.
    private let table: CommandTable

    init() throws { table = try CommandTable(of: Rapporteur.self) }

    private struct Undeclared: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "undeclared")
    }

    private struct Ungranted: RuledCommand {
        static let configuration = CommandConfiguration(commandName: "ungranted")
        static let rule = CommandRule.post(.coordinator, [.erase])
        static let output = CommandOutput.talk
    }

    private struct Overdrawn: RuledCommand {
        static let configuration = CommandConfiguration(commandName: "overdrawn")
        static let rule = CommandRule.post(.systemOperator, [.verify])
        static let output = CommandOutput.talk
    }

    private struct Emptyhanded: RuledCommand {
        static let configuration = CommandConfiguration(commandName: "emptyhanded")
        static let rule = CommandRule.noun
        static let output = CommandOutput.talk
    }

    private struct Idle: RuledCommand {
        static let configuration = CommandConfiguration(commandName: "idle")
        static let rule = CommandRule.named([])
        static let output = CommandOutput.talk
    }

    private struct Tree<Verb: ParsableCommand>: RuledCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "tree", subcommands: [Branch<Verb>.self])
        }
        static var rule: CommandRule { .noun }
        static var output: CommandOutput { .talk }
    }

    private struct Branch<Verb: ParsableCommand>: RuledCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "branch", subcommands: [Verb.self])
        }
        static var rule: CommandRule { .noun }
        static var output: CommandOutput { .talk }
    }

    @Test func aCommandWithoutARuleKeepsTheProgramFromStarting() {
        #expect(throws: CommandFailure.commandWithoutRule(command: "tree branch undeclared")) {
            try CommandTable(of: Tree<Undeclared>.self)
        }
        #expect(throws: CommandFailure.commandWithoutRule(command: "tree branch emptyhanded")) {
            try CommandTable(of: Tree<Emptyhanded>.self)
        }
    }

    @Test func aRuleThatNoRowGrantsKeepsTheProgramFromStarting() {
        let rule = "coordinator may erase"
        #expect(throws: CommandFailure.commandRuleUnknown(command: "tree branch ungranted", rule: rule)) {
            try CommandTable(of: Tree<Ungranted>.self)
        }
        #expect(throws: CommandFailure.self) { try CommandTable(of: Tree<Idle>.self) }
    }

    @Test func aPolicyThatLostItsRowsKeepsTheProgramFromStarting() {
        for lost in Set(table.entries.flatMap { $0.command.rule.actions }) {
            let rows = PolicyRow.all.filter { !$0.actions.contains(lost) }
            #expect(throws: CommandFailure.self, "\(lost)") {
                try CommandTable(of: Rapporteur.self, policy: Policy(rows: rows))
            }
        }
    }

    @Test func aCommandIsGivenNoLeaveThatItDidNotDeclare() throws {
        #expect(try Overdrawn.grant(.verify).rule == "operator-keeps-the-machine")
        // The post may, and the command did not say so.
        #expect(throws: AccessRefusal.self) { try Overdrawn.grant(.restore) }
        #expect(throws: AccessRefusal.self) { try LinkFiles.grant(.verify) }
        #expect(throws: AccessRefusal.self) { try RecordShow.grant(.read) }
    }

    @Test func whateverOpensARegisterActsForAPost() {
        for entry in table.entries {
            let help = Rapporteur.helpMessage(for: entry.command)
            let reaches = help.contains("--data <data>") || entry.name == "rapporteur reference"
            #expect(reaches == !entry.command.rule.actions.isEmpty, "\(entry.name)")
        }
        #expect(table.entries.count > 60)
    }

    @Test func whoeverActsForANamedPostIsToldByAs() {
        for entry in table.entries {
            let isNamed = if case .named = entry.command.rule { true } else { false }
            let help = Rapporteur.helpMessage(for: entry.command)
            #expect(isNamed == (help.contains("--as <as>") && help.contains("--data <data>")), "\(entry.name)")
        }
    }
}
