import Access
import Accounts
import ArgumentParser

/// `rapporteur provider …`: by whom else people may sign in.
struct ProviderCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "provider", abstract: "Providers of identities (OpenID Connect): set up, list, remove.",
        subcommands: [ProviderAdd.self, ProviderList.self, ProviderRemove.self])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}

struct ProviderAdd: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Set up a provider, or change it.",
        discussion: """
            The client secret is read from standard input, so that it stands in no list of processes; an empty line is \
            none. The address to register with the provider is <site>/account/provider/NAME/answer.
            """)
    static let rule = CommandRule.post(.systemOperator, [.administer])
    static let output = CommandOutput.talk

    @Argument(help: "Its name in addresses: lower-case letters, digits, hyphens.")
    var name: String

    @Option(help: "The issuer, exactly as the provider writes it: https://…")
    var issuer: String

    @Option(help: "What the provider calls this register.")
    var clientID: String

    @Flag(help: "It asks for a second factor itself; ours is then not asked.")
    var providesSecondFactor = false

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let provider = try Provider(
            name: name, issuer: issuer, clientID: clientID, providesSecondFactor: providesSecondFactor)
        let secret = readLine() ?? ""
        let open = try OpenAccounts.open(register, under: Self.grant(.administer))
        try open.accounts.keep(provider, clientSecret: secret.isEmpty ? nil : secret, by: open.actor)
        try open.close()
        print("People may link their accounts to \(name) now.")
    }
}

struct ProviderList: RuledCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the providers.")
    static let rule = CommandRule.post(.systemOperator, [.administer])
    static let output = CommandOutput.talk

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenAccounts.open(register, under: Self.grant(.administer))
        let providers = try open.accounts.providers()
        try open.close()
        print("name,issuer,client-id,second-factor")
        for provider in providers {
            let factor = provider.providesSecondFactor ? "provided" : "asked"
            print(CSVText.line([provider.name, provider.issuer, provider.clientID, factor]))
        }
    }
}

struct ProviderRemove: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove a provider and every link to it.")
    static let rule = CommandRule.post(.systemOperator, [.administer])
    static let output = CommandOutput.talk

    @Argument(help: "Its name.")
    var name: String

    @Flag(help: "Do it.")
    var yes = false

    @OptionGroup var register: RegisterFolder

    func run() throws {
        guard yes else { throw CommandFailure.unconfirmed(action: "remove \(name) and every link to it") }
        let open = try OpenAccounts.open(register, under: Self.grant(.administer))
        try open.accounts.removeProvider(name, by: open.actor)
        try open.close()
        print("Nobody signs in by \(name) any more.")
    }
}
