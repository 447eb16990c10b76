import Access
import Accounts
import ArgumentParser

struct AccountLink: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Print a one-time link with which a person sets a new password.",
        discussion: """
            Make sure first that it is they who ask. The link is good once, for a day, and replaces an older one. What \
            they have open ends when they use it.
            """)
    static let rule = CommandRule.post(.systemOperator, [.administer])
    static let output = CommandOutput.talk

    @OptionGroup var account: AccountArgument

    @Flag(help: "Take the second factor away too, from somebody who has lost it and every recovery code.")
    var removeSecondFactor = false

    @Option(help: "The address of the site, to print the whole link: https://register.example.org")
    var site = ""

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenAccounts.open(register, under: Self.grant(.administer))
        let account = try account.find(in: open.accounts)
        let purpose: OneTimeLink.Purpose = account.hasPassword ? .passwordReset : .invitation
        let made = try open.accounts.makeLink(purpose, for: account.id, by: open.actor, at: open.now)
        if removeSecondFactor, account.hasSecondFactor {
            try open.accounts.removeSecondFactor(of: account.id, by: open.actor)
        }
        try open.close()
        print("\(site)\(made.path)")
        Talk.say("The link is good once, until \(made.link.endsAt). It is not shown again.")
    }
}
