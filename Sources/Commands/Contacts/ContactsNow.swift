import Access
import ArgumentParser
import Mechanisms
import Registry
import Vocabulary

struct ContactsNow: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "now", abstract: "Who answers now for a task in a state, until when, and whom to try next.",
        discussion: """
            Everybody whom to try stands in order, those who do not answer with the reason and when they will. Times are by \
            the clock of --zone. Ends with 3 where nobody answers.
            """)
    static let rule = CommandRule.post(.coordinator, [.read])
    static let output = CommandOutput.markedRows

    @Option(help: "The state: its two letters (ISO 3166), or its name.")
    var state: String

    @Option(help: "The task, a code of contact-tasks; any where none is named.")
    var task: String?

    @Option(help: "The language: three letters (ISO 639-3), or its name.")
    var language: String?

    @Option(help: "The moment, such as 2026-12-24T18:00+01:00; now where none is given.")
    var at: MomentArgument?

    @Option(help: "Your own zone, such as Europe/Lisbon.")
    var zone: LocalClock = .universal

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let book = open.registry.book
        let question = ContactQuestion(
            country: try Self.code(state, "countries", "state", book),
            task: try task.map { try Self.code($0, "contact-tasks", "task", book) },
            language: try language.map { try Self.code($0, "languages", "language", book) })
        let moment = at?.moment ?? open.registry.now
        let contacts = try open.registry.contactBook(open.asking, on: moment.day)
        try open.close()
        let chain = contacts.chain(to: question, at: moment)
        Talk.say("at         \(zone.text(moment)) (\(zone.name))")
        Talk.say("answers    \(Self.words(chain.now, contacts, zone))")
        Talk.say("next       \(Self.words(chain.next, contacts, zone))")
        if chain.now == nil { Talk.say("soonest    \(Self.words(chain.soonest, contacts, zone))") }
        print(CSVText.line(ContactRows.chainColumns + ["marking"]))
        for row in ContactRows.chain(chain, in: contacts, by: zone) {
            print(CSVText.line(row + [Marking.professionals.rawValue]))
        }
        if chain.now == nil { throw ExitCode(Ending.foundDifferences) }
    }

    private static func words(_ link: ContactChain.Link?, _ book: ContactBook, _ clock: LocalClock) -> String {
        guard let link else { return "nobody" }
        let until = link.standing.until.map { " \(link.standing.answers ? "until" : "from") \(clock.text($0))" } ?? ""
        return "\(link.contact.title), \(book.entry(link.contact.record)?.organisation ?? ""), "
            + "\(link.contact.telephone)\(until)"
    }

    /// - Throws: ``CommandFailure/unknownName(kind:name:known:)``.
    static func code(_ name: String, _ list: String, _ kind: String, _ book: Book) throws -> String {
        if let code = CodeNames(book, list)[name] { return code }
        let known = book.codeLists[list]?.codes.map(\.id) ?? []
        throw CommandFailure.unknownName(
            kind: kind, name: name, known: known.count > 30 ? ["the codes of the list “\(list)”"] : known)
    }
}
