import Access
import ArgumentParser
import Ledger

struct ReleaseWithdraw: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take a release back: it stays, marked, and no page of figures rests on it.")
    static let rule = CommandRule.post(.rapporteur, [.release])
    static let output = CommandOutput.talk

    @Argument(help: "The number of the release.")
    var number: Int

    @Option(help: "Why, for the public.")
    var reason: String

    @Flag(help: "Do it.")
    var yes = false

    @OptionGroup var register: RegisterFolder

    func validate() throws {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw ValidationError("Say why: --reason \"…\".") }
    }

    func run() throws {
        guard yes else { throw CommandFailure.unconfirmed(action: "withdraw release \(number)") }
        let grant = try Self.grant(.release)
        let loader = BookLoader(resources: try Resources.find())
        let open = try OpenRegister.open(register, for: .writing)
        let work = ReleaseWork(
            register, book: try loader.book(of: register), languages: try loader.languages(), ledger: open.ledger)
        try work.withdraw(number, because: reason, under: grant)
        try open.close()
        print("Release \(number) is withdrawn.")
    }
}
