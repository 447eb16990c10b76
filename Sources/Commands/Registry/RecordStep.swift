import Access
import ArgumentParser
import Mechanisms
import Registry
import Vocabulary

struct RecordStep: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "step", abstract: "Take a step of a record; prints its id and new version.")
    static let rule = CommandRule.named([.list, .read, .write, .share, .breakGlass])
    static let output = CommandOutput.talk

    @Argument(help: "The id of the record.")
    var record: String

    @Argument(help: "The step, as `rapporteur record steps` names it.")
    var step: String

    @Option(help: "The version that you saw; another one in the ledger is a conflict, never overwritten.")
    var version: Int

    @OptionGroup var acting: ActingAs
    @OptionGroup var submission: SubmissionOptions
    @OptionGroup var register: RegisterFolder

    func validate() throws {
        _ = try RecordArgument.read(record)
        _ = try submission.period()
        guard version > 0 else { throw ValidationError("A version is a number from 1.") }
    }

    func run() throws {
        let id = try RecordArgument.read(record)
        let open = try OpenRegistry(register, acting, for: Self.self)
        let mechanism = try open.registry.mechanism(of: id, open.asking)
        let outcome = try open.registry.submit(
            [
                Command(
                    mechanism: mechanism.name, record: id, transition: step, expectedVersion: version,
                    changes: try submission.changes(of: mechanism), effective: try submission.period(),
                    reason: submission.reason)
            ], open.asking)
        try open.close()
        try SubmissionOptions.tell(outcome, of: id)
    }
}
