import Access
import ArgumentParser
import Registry
import Vocabulary

struct ContactsCirculate: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "circulate",
        abstract: "To whom something goes: the members of a circulation list, with its proof.",
        discussion: """
            The posts that somebody held when the list was made, as the mandates say; no name. Each row has the event of the \
            ledger at which it was made and the hash of the chain there, as `rapporteur ledger verify` proves it.
            """)
    static let rule = CommandRule.post(.coordinator, [.read, .export])
    static let output = CommandOutput.markedRows

    @Argument(help: "The title or record id of the list; the last one of that title.")
    var list: String

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let heads = try open.registry.circulationLists(open.asking)
        guard let head = heads.first(where: { [$0.title, $0.record.description].contains(list) }) else {
            throw CommandFailure.unknownName(
                kind: "circulation list", name: list, known: Set(heads.map(\.title)).sorted())
        }
        let found = try open.registry.circulationList(head.record, open.asking)
        try open.close()
        Talk.say("\(found.members.count) on the list of \(head.day); \(found.empty.count) posts are held by nobody")
        print(CSVText.line(CirculationList.columns + ["marking"]))
        for row in found.rows { print(CSVText.line(row + [Marking.professionals.rawValue])) }
    }
}
