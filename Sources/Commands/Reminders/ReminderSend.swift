import Access
import Accounts
import ArgumentParser
import Foundation
import Ledger
import Mechanisms
import Publication
import Registry
import Vocabulary
import Website

struct ReminderSend: AsyncParsableCommand, RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Send the reminders that have come and were not sent before.",
        discussion: """
            For a register that nobody serves; one that is served sends them itself (`rapporteur serve --remind-at`). Letters \
            say what kind of things are due, how many and when, and nothing else. Run it once a day: what went out is not \
            sent again. Ends with 3 where a letter did not go out.
            """)
    static let rule = CommandRule.post(.systemOperator, [.administer])
    static let output = CommandOutput.talk

    @Flag(help: "Say what would be sent, and send nothing.")
    var dryRun = false

    @Option(name: .customLong("as-of"), help: "The day, with --dry-run; today where none is given.")
    var day: CalendarDate?

    @Option(help: "How the list is written.")
    var format: OutputFormat = .text

    @Option(help: "The address of the house, https://register.example.org: links begin with it.")
    var address: String?

    @OptionGroup var mail: MailOptions

    @OptionGroup var register: RegisterFolder

    func validate() throws {
        guard dryRun || day == nil else {
            throw ValidationError("Letters say how things stand today: --as-of needs --dry-run.")
        }
        guard dryRun || mail.mailServer != nil else {
            throw ValidationError("Letters need a mail server: give --mail-server and --mail-from, or --dry-run.")
        }
    }

    func run() async throws {
        let grant = try Self.grant(.administer)
        let sender = try mail.sender()
        let open = try OpenAccounts.open(register, under: grant)
        let round: ReminderRound
        do { round = try await self.round(open, sender) } catch {
            try open.close()
            throw error
        }
        try open.close()
        write(round)
        if let broken = round.brokenOff { Talk.say(broken) }
        if round.hasFailures { throw ExitCode(3) }
    }

    private func round(_ open: OpenAccounts, _ sender: (any MailSender)?) async throws -> ReminderRound {
        let registry = try open.registry()
        var origin = address ?? ""
        while origin.hasSuffix("/") { origin.removeLast() }
        let shelf = try SealedShelf(folder: register.url.appending(path: "shelf"), of: registry.ledger)
        let dispatcher = try ReminderDispatcher(
            registry, open.accounts, ReminderMailbox(shelf), sender: sender,
            languages: BookLoader(resources: Resources.find()).languages(), origin: origin)
        return try await dispatcher.send(
            on: day ?? registry.today, at: open.now, isTrial: dryRun, by: open.actor)
    }

    private func write(_ round: ReminderRound) {
        switch format {
        case .text:
            for line in round.lines {
                print("\(line.mandate)  \(line.account)  \(line.reminders)  \(line.outcome.word)")
            }
        case .csv:
            print(CSVText.line(["mandate", "account", "reminders", "outcome"]))
            for line in round.lines {
                let count = String(line.reminders)
                print(CSVText.line([line.mandate.description, line.account, count, line.outcome.word]))
            }
        case .json:
            let lines = round.lines.map { line in
                JSON.members([
                    "mandate": .text(line.mandate.description), "account": .text(line.account),
                    "reminders": .number(line.reminders), "outcome": .text(line.outcome.word),
                ])
            }
            print(JSON.array(lines).text(indent: 2))
        }
    }
}

extension ReminderRound.Outcome {
    fileprivate var word: String {
        switch self {
        case .sent: "sent"
        case .wouldBeSent: "would-be-sent"
        case .noAddress: "no-address"
        case .failed(let code): "failed-\(code)"
        }
    }
}
