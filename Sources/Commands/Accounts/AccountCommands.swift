import Access
import Accounts
import ArgumentParser
import Ledger

/// `rapporteur account …`: what the administrator does in the shell while no server writes to the register.
struct AccountCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Who may sign in: make, list, lock and unlock accounts; links and sessions.",
        discussion: "What an account may do is said by mandates, which are records of the register.",
        subcommands: [
            AccountCreate.self, AccountList.self, AccountLock.self, AccountUnlock.self, AccountClose.self,
            AccountLink.self, AccountSessions.self, AccountRevoke.self,
        ])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}

/// `NAME`: an account by its sign-in name or its id.
struct AccountArgument: ParsableArguments {
    @Argument(help: "The sign-in name or the id of the account.")
    var name: String

    /// - Throws: ``AccountRefusal/noSuchAccount(account:)``.
    func find(in accounts: Accounts) throws -> Account {
        if let id = Account.ID(name) { return try accounts.account(id) }
        guard let account = try accounts.account(named: name) else {
            throw AccountRefusal.noSuchAccount(account: name)
        }
        return account
    }
}
