import Access
import ArgumentParser
import Foundation
import Ledger
import Mechanisms
import Vocabulary

/// `rapporteur person …`: the data-protection officer's and the caseworker's look at one person.
struct PersonCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Find a person and read their record; both are written down.",
        subcommands: [PersonFind.self, PersonShow.self, PersonAccesses.self])
}

/// The posts that may open an identity on the command line.
enum PersonPost: String, CaseIterable, ExpressibleByArgument {
    case caseworker
    case competentAuthority = "competent-authority"
    case dataProtectionOfficer = "data-protection-officer"
    case rapporteur

    private var function: FunctionKind {
        switch self {
        case .caseworker: .caseworker
        case .competentAuthority: .competentAuthority
        case .dataProtectionOfficer: .dataProtectionOfficer
        case .rapporteur: .rapporteur
        }
    }

    /// Leave as a post of the organisation that keeps the register.
    func grant(_ action: Action) throws -> Grant {
        let actor = Actor(account: "shell-\(getuid())", function: function, organisation: nil, supervises: .everybody)
        let target = action.isAboutRecords ? Target(.victims, relations: [.ownOrganisation]) : .register
        return try Policy().decide(actor, action, on: target, for: function.purpose).get()
    }
}

/// The id of a record as somebody typed it.
enum PersonIdentifier {
    static func read(_ text: String) throws -> RecordID {
        guard let id = RecordID(text) else {
            throw ValidationError("“\(text)” is no record id. Copy it from `rapporteur person find`.")
        }
        return id
    }
}

struct PersonFind: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "Find persons by what identifies them; prints record ids only.",
        discussion: "Values are read from standard input, one `field: value` a line, so that no name stands in a list "
            + "of processes or in the history of a shell.")

    @Option(name: .customLong("as"), help: "The post that you act for.")
    var post: PersonPost

    @Flag(help: "Letter by letter; otherwise case, diacritics and transliterations do not matter.")
    var exact = false

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let grant = try post.grant(.search)
        let known = Set(
            try BookLoader(resources: Resources.find()).book(of: register).mechanism("person")?.identityFields ?? [])
        var wanted: [String: String] = [:]
        while let line = readLine() {
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2, known.contains(parts[0]) else {
                throw CommandFailure.unknownName(
                    kind: "identity field on line \(wanted.count + 1)", name: parts.first ?? "", known: known.sorted())
            }
            wanted[parts[0]] = parts[1]
        }
        let open = try OpenRegister.open(register, for: .writing)
        for id in try open.ledger.find(wanted, exact ? .exact : .folded, under: grant) { print(id.description) }
        try open.close()
    }
}

struct PersonShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Read a person's record; the reading is written down.")

    @Argument(help: "The id of the record.")
    var person: String

    @Option(name: .customLong("as"), help: "The post that you act for.")
    var post: PersonPost

    @Option(help: "The language of labels.")
    var language = "en"

    @OptionGroup var register: RegisterFolder

    func validate() throws { _ = try PersonIdentifier.read(person) }

    func run() throws {
        let id = try PersonIdentifier.read(person)
        let grant = try post.grant(.read)
        let book = try BookLoader(resources: Resources.find()).book(of: register)
        guard book.labels.languages.contains(language) else {
            throw CommandFailure.unknownName(kind: "language", name: language, known: book.labels.languages)
        }
        let open = try OpenRegister.open(register, for: .writing)
        let state = try open.ledger.read(id, under: grant)
        try open.close()
        guard let mechanism = book.mechanism(state.mechanism) else { return }
        print("\(book.labels.text(TextKey.title(mechanism.name), in: language)) \(person), version \(state.version)")
        for field in mechanism.fields {
            guard let value = state.fields[field.name] else { continue }
            let label = book.labels.text(TextKey.field(mechanism.name, field.name), in: language)
            let isWithheld = field.sensitivity > grant.ceiling
            print("  \(label): \(isWithheld ? "—" : text(value))")
        }
    }

    private func text(_ value: FieldValue) -> String {
        switch value {
        case .text(let text): text
        case .code(let code): code
        case .codes(let codes): codes.joined(separator: ", ")
        case .period(let period): period.description
        case .integer(let number): String(number)
        case .boolean(let answer): answer ? "yes" : "no"
        case .link(let record): record.description
        case .links(let records): records.map(\.description).joined(separator: ", ")
        case .sealed: "—"
        }
    }
}

struct PersonAccesses: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accesses", abstract: "Who read, found or erased a person, when, for what post.")

    @Argument(help: "The id of the record.")
    var person: String

    @OptionGroup var register: RegisterFolder

    func validate() throws { _ = try PersonIdentifier.read(person) }

    func run() throws {
        let id = try PersonIdentifier.read(person)
        _ = try PersonPost.dataProtectionOfficer.grant(.verify)
        let open = try OpenRegister.open(register, for: .reading)
        print("when,what,account,post")
        for event in try open.ledger.accesses(to: id) {
            print(CSVText.line([event.recordedAt.description, event.draft.kind, event.account, event.function]))
        }
        try open.close()
    }
}
