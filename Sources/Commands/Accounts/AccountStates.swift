import Access
import Accounts
import ArgumentParser

struct AccountLock: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock", abstract: "Lock an account: its sessions end now, and its tokens work no more.")
    static let rule = CommandRule.post(.systemOperator, [.administer])
    static let output = CommandOutput.talk

    @OptionGroup var account: AccountArgument
    @OptionGroup var register: RegisterFolder

    func run() throws { try AccountState.set(.locked, of: account, in: register, under: Self.grant(.administer)) }
}

struct AccountUnlock: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlock", abstract: "Unlock an account, and forget its failed sign-ins.")
    static let rule = CommandRule.post(.systemOperator, [.administer])
    static let output = CommandOutput.talk

    @OptionGroup var account: AccountArgument
    @OptionGroup var register: RegisterFolder

    func run() throws { try AccountState.set(.active, of: account, in: register, under: Self.grant(.administer)) }
}

struct AccountClose: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close an account for good; its sign-in name is not given again.")
    static let rule = CommandRule.post(.systemOperator, [.administer])
    static let output = CommandOutput.talk

    @OptionGroup var account: AccountArgument
    @OptionGroup var register: RegisterFolder

    @Flag(help: "Do it.")
    var yes = false

    func run() throws {
        guard yes else { throw CommandFailure.unconfirmed(action: "close the account \(account.name)") }
        try AccountState.set(.closed, of: account, in: register, under: Self.grant(.administer))
    }
}

/// What the three have in common.
private enum AccountState {
    static func set(
        _ state: Account.State, of argument: AccountArgument, in register: RegisterFolder, under grant: Grant
    ) throws {
        let open = try OpenAccounts.open(register, under: grant)
        let account = try argument.find(in: open.accounts)
        try open.accounts.set(state, of: account.id, by: open.actor, at: open.now)
        try open.close()
        print("\(account.id) is \(state.rawValue).")
    }
}
