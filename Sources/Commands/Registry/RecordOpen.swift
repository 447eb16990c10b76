import Access
import ArgumentParser
import Mechanisms
import Registry
import Vocabulary

struct RecordOpen: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open a new record; prints its id and version.")
    static let rule = CommandRule.named([.list, .open, .write, .share, .breakGlass])
    static let output = CommandOutput.talk

    @Argument(help: "The mechanism, such as case.")
    var mechanism: String

    @Option(help: "The step that opens it, where there are several.")
    var step: String?

    @OptionGroup var acting: ActingAs
    @OptionGroup var submission: SubmissionOptions
    @OptionGroup var register: RegisterFolder

    func validate() throws { _ = try submission.period() }

    func run() throws {
        let open = try OpenRegistry(register, acting, for: Self.self)
        let mechanism = try open.registry.mechanism(mechanism)
        var random = SystemRandomNumberGenerator()
        let record = RecordID(at: OpenRegister.clock(), using: &random)
        let opening = step ?? mechanism.transitions.first { $0.opensRecord }?.name ?? "open"
        let outcome = try open.registry.submit(
            [
                Command(
                    mechanism: mechanism.name, record: record, transition: opening,
                    changes: try submission.changes(of: mechanism), effective: try submission.period(),
                    reason: submission.reason)
            ], open.asking)
        try open.close()
        try SubmissionOptions.tell(outcome, of: record)
    }
}
