import Access
import ArgumentParser
import Mechanisms
import Registry
import Vocabulary

struct TreatyParties: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "parties", abstract: "Who was bound by a treaty on a day, with reservations.",
        discussion: """
            A signature alone binds nobody, and a consent binds from the day that the treaty's own rule gives. Reservations \
            and declarations that stood on the day are in each row.
            """)
    static let rule = CommandRule.post(.coordinator, [.read])
    static let output = CommandOutput.markedRows

    @Option(help: "The reference, title or record id of the treaty; all where none is named.")
    var treaty: String?

    @Option(name: .customLong("as-of"), help: "The day; today where none is given.")
    var day: CalendarDate?

    @Flag(name: .customLong("all"), help: "Signatories, contracting states and those who left, too.")
    var isAll = false

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let law = try open.registry.treatyLaw(open.asking)
        let status = TreatyStatus(law, on: day ?? open.registry.today)
        let names = PartyNames(book: open.registry.book)
        try open.close()
        let treaties = try treaty.map { [try TreatyChoice(law: law).treaty($0)] } ?? law.treaties
        print(CSVText.line(TreatyStatus.columns + ["marking"]))
        for treaty in treaties {
            for row in status.rows(of: treaty, only: isAll ? nil : [.party]) {
                print(CSVText.line(status.cells(row) { names($0) } + [Marking.professionals.rawValue]))
            }
        }
    }
}
