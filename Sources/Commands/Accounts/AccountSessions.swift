import Access
import Accounts
import ArgumentParser
import Vocabulary

struct AccountSessions: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "List where a person is signed in, and the tokens of their programs.")
    static let rule = CommandRule.post(.systemOperator, [.administer])
    static let output = CommandOutput.talk

    @OptionGroup var account: AccountArgument
    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenAccounts.open(register, under: Self.grant(.administer))
        let account = try account.find(in: open.accounts)
        let sessions = try open.accounts.sessions(of: account.id, at: open.now)
        let tokens = try open.accounts.tokens(of: account.id)
        try open.close()
        print("kind,id,what,since,last-used,ends")
        for session in sessions {
            print(
                CSVText.line([
                    "session", session.id.description, session.device, session.madeAt.description,
                    session.usedAt.description, "",
                ]))
        }
        for token in tokens where token.revokedAt == nil && open.now < token.endsAt {
            print(
                CSVText.line([
                    "token", token.id, token.label, token.madeAt.description, token.usedAt?.description ?? "",
                    token.endsAt.description,
                ]))
        }
    }
}
