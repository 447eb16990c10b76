import Access
import ArgumentParser
import Ledger
import Registry
import Vocabulary

struct RecordShow: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Read records; each reading is written down.",
        discussion: "Those that are not there, or not for this post, are named on standard error, and the ending is 1.")
    static let rule = CommandRule.named([.list, .read])
    static let output = CommandOutput.markedRows

    @Argument(help: "Ids of records.")
    var records: [String]

    @OptionGroup var acting: ActingAs

    @Option(name: .customLong("as-of"), help: "The records as they were at a moment: 2026-11-22T08:00:00.000Z.")
    var moment: String?

    @OptionGroup var register: RegisterFolder

    func validate() throws {
        for record in records { _ = try RecordArgument.read(record) }
        if let moment, Timestamp(moment) == nil {
            throw ValidationError("Write a moment as 2026-11-22T08:00:00.000Z.")
        }
    }

    func run() throws {
        let open = try OpenRegistry(register, acting, for: Self.self)
        let position = try moment.flatMap { Timestamp($0) }.map { try open.open.ledger.position(atEndOf: $0) }
        let marks = try open.handlingMarks()
        var shown = 0
        var refused = 0
        for id in try records.map(RecordArgument.read) {
            do {
                let view = try open.registry.read(id, open.asking, asOf: position)
                if shown == 0 { print(RecordLines.header) }
                shown += 1
                RecordLines.print(view, under: marks)
            } catch let refusal as RegistryRefusal {
                Talk.say("\(id): \(refusal.code) \(refusal.message)")
                refused += 1
            }
        }
        try open.close()
        if refused > 0 { throw ExitCode(Ending.refused) }
    }
}
