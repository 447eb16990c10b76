import Access
import Accounts
import ArgumentParser

struct AccountCreate: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make an account and print a one-time link for its person.",
        discussion: """
            Hand the link over in person or by a way you trust: whoever opens it first sets the password. It is good \
            once, for a day. The account may do nothing until a mandate names its id; --administrator makes one for the \
            post that keeps accounts. Make two administrators: what reaches names takes two.
            """)
    static let rule = CommandRule.post(.systemOperator, [.administer, .list, .open])
    static let output = CommandOutput.talk

    @Argument(help: "What the person types to sign in.")
    var name: String

    @Option(help: "What pages greet the person with; the sign-in name where it is left out.")
    var displayName: String?

    @Option(help: "The language of pages and messages, ISO 639-1.")
    var language = "en"

    @Flag(name: [.long, .customLong("first")], help: "An administrator, with a post and a mandate from today.")
    var administrator = false

    @Option(
        help: "The organisation in which an administrator has the post; it is made where there is none of that name.")
    var organisation = "Office that keeps the register"

    @Flag(help: "Let the password alone suffice. For accounts that see no person's record.")
    var withoutSecondFactor = false

    @Option(help: "The address of the site, to print the whole link: https://register.example.org")
    var site = ""

    @OptionGroup var register: RegisterFolder

    func validate() throws {
        if administrator && withoutSecondFactor {
            throw ValidationError("An administrator needs a second factor. Leave out --without-second-factor.")
        }
    }

    func run() throws {
        let open = try OpenAccounts.open(register, under: Self.grant(.administer))
        let new = NewAccount(
            signInName: name, displayName: displayName ?? name, language: language,
            requiresSecondFactor: !withoutSecondFactor)
        let account = try open.accounts.make(new, by: open.actor, at: open.now)
        if administrator {
            try FirstMandate(registry: open.registry()).make(
                for: account.id.description, in: organisation, by: Self.keeper, at: open.now)
        }
        let made = try open.accounts.makeLink(
            administrator ? .firstAdministrator : .invitation, for: account.id, by: open.actor, at: open.now)
        try open.close()
        print("\(account.id)\n\(site)\(made.path)")
        Talk.say("The link is good once, until \(made.link.endsAt). It is not shown again.")
        if administrator {
            Talk.say("They keep accounts and posts from today. Start `rapporteur serve`, and open the link there.")
        }
    }
}
