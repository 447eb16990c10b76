import Access
import ArgumentParser
import Foundation
import Ledger
import Mechanisms
import Registry
import Vocabulary

/// `rapporteur person …`: the data-protection officer's and the caseworker's look at one person.
struct PersonCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Find a person, and see who looked at their record.",
        subcommands: [PersonFind.self, PersonAccesses.self])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}

struct PersonFind: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "Find persons by what identifies them; prints record ids only.",
        discussion: "Values are read from standard input, one `field: value` a line, so that no name stands in a list "
            + "of processes or in the history of a shell.")
    static let rule = CommandRule.named([.list, .search])
    static let output = CommandOutput.talk

    @OptionGroup var acting: ActingAs

    @Flag(help: "Letter by letter; otherwise case, diacritics and transliterations do not matter.")
    var exact = false

    @OptionGroup var register: RegisterFolder

    func run() throws {
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
        let open = try OpenRegistry(register, acting, for: Self.self)
        let found = try open.registry.search("person", for: wanted, exact ? .exact : .folded, open.asking)
        try open.close()
        for person in found.rows { print(person.record.description) }
        if !found.isWhole { Talk.say("There are more. Say more of whom you look for.") }
    }
}

struct PersonAccesses: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "accesses",
        abstract: "Who read, listed, found, exported, changed or erased a person, when, for what post and purpose.",
        discussion:
            "The records about the person are among them. It is the register's own officer who asks, and the look "
            + "is written down.")
    static let rule = CommandRule.post(.dataProtectionOfficer, [.review, .read, .list])
    static let output = CommandOutput.markedRows

    @Argument(help: "The id of the record.")
    var person: String

    @OptionGroup var register: RegisterFolder

    func validate() throws { _ = try RecordArgument.read(person) }

    func run() throws {
        let id = try RecordArgument.read(person)
        let open = try OpenRegistry(register, for: Self.self)
        let lines: [AccessLine]
        do { lines = try open.registry.accessTrail(of: id, open.asking) } catch {
            try open.close()
            throw error
        }
        try open.close()
        print(CSVText.line(AccessLine.columns + ["marking"]))
        for line in lines { print(CSVText.line(line.cells + [Marking.restricted.rawValue])) }
    }
}
