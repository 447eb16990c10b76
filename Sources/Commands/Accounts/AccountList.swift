import Access
import Accounts
import ArgumentParser
import Mechanisms
import Vocabulary

struct AccountList: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the accounts, their states and their last sign-ins.")
    static let rule = CommandRule.post(.systemOperator, [.administer])
    static let output = CommandOutput.talk

    @OptionGroup var register: RegisterFolder

    @Option(help: "How the list is written.")
    var format: OutputFormat = .text

    func run() throws {
        let open = try OpenAccounts.open(register, under: Self.grant(.administer))
        let accounts = try open.accounts.all()
        try open.close()
        switch format {
        case .json: print(JSON.array(accounts.map(json)).text(indent: 2))
        case .csv:
            let lines = accounts.map { CSVText.line(cells($0)) }
            print((["account,name,state,password,second-factor,last-sign-in"] + lines).joined(separator: "\n"))
        case .text:
            let lines = accounts.map { cells($0).filter { !$0.isEmpty }.joined(separator: "  ") }
            print(lines.isEmpty ? "There is no account yet." : lines.joined(separator: "\n"))
        }
    }

    private func cells(_ account: Account) -> [String] {
        [
            account.id.description, account.signInName, account.state.rawValue, password(account), factor(account),
            account.lastSignInAt?.description ?? "",
        ]
    }

    private func json(_ account: Account) -> JSON {
        .members([
            "account": .text(account.id.description), "name": .text(account.signInName),
            "displayName": .text(account.displayName), "language": .text(account.language),
            "state": .text(account.state.rawValue), "password": .text(password(account)),
            "secondFactor": .text(factor(account)),
            "lastSignIn": account.lastSignInAt.map { .text($0.description) } ?? .null,
        ])
    }

    private func password(_ account: Account) -> String { account.hasPassword ? "set" : "not-set" }

    private func factor(_ account: Account) -> String {
        if account.hasSecondFactor { return "set" }
        return account.requiresSecondFactor ? "required" : "optional"
    }
}
