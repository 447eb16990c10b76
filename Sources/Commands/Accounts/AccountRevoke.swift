import Access
import Accounts
import ArgumentParser

struct AccountRevoke: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "End sessions of a person, or a token of theirs.",
        discussion:
            "Without --session and --token all sessions end. The password stays; `account lock` stops everything.")
    static let rule = CommandRule.post(.systemOperator, [.administer])
    static let output = CommandOutput.talk

    @OptionGroup var account: AccountArgument

    @Option(help: "Only this session: an id of `account sessions`.")
    var session: String?

    @Option(help: "This token instead: an id of `account sessions`.")
    var token: String?

    @OptionGroup var register: RegisterFolder

    func validate() throws {
        if let session, Session.ID(session) == nil {
            throw ValidationError("“\(session)” is no session's id. Copy it from `rapporteur account sessions`.")
        }
        if session != nil && token != nil { throw ValidationError("Name a session or a token, not both.") }
    }

    func run() throws {
        let open = try OpenAccounts.open(register, under: Self.grant(.administer))
        let account = try account.find(in: open.accounts)
        if let token {
            try open.accounts.revokeToken(token, of: account.id, by: open.actor, at: open.now)
            try open.close()
            print("The token \(token) works no more.")
            return
        }
        let which = session.flatMap { Session.ID($0) }.map(RevokedSessions.one) ?? .all
        let count = try open.accounts.revokeSessions(which, of: account.id, by: open.actor)
        try open.close()
        print(count == 1 ? "1 session was ended." : "\(count) sessions were ended.")
    }
}
