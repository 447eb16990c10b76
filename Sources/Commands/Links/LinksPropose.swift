import Access
import ArgumentParser
import Linkage
import Mechanisms
import Registry
import Vocabulary

struct LinksPropose: AsyncParsableCommand, RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose", abstract: "Compare the persons of the register and propose pairs that may be one.",
        discussion: """
            Reads what names the persons that the post may read, each reading written down, and writes a proposal for \
            each pair: probability, and the evidence field by field, without any value. Persons judge them on the review \
            desk (/work/links): one where the evidence is clear, two apart from one another where it is not. A pair is \
            proposed once; what was judged is respected. A run that was stopped is simply run again.
            """)
    static let rule = CommandRule.named([.list, .read, .open])
    static let output = CommandOutput.talk

    @OptionGroup var acting: ActingAs

    @Option(help: "The probability from which a pair is proposed (default 0.2).")
    var threshold = 0.2

    @Option(help: "How the figures are written.")
    var format: OutputFormat = .text

    @OptionGroup var register: RegisterFolder

    func validate() throws {
        guard (0.0001...0.9999).contains(threshold) else {
            throw ValidationError("The threshold is a probability between 0.0001 and 0.9999.")
        }
    }

    func run() async throws {
        let (place, acting, threshold) = (register, acting, threshold)
        let outcome = try await Interruption.cancelling {
            let open = try OpenRegistry(place, acting, for: LinksPropose.self)
            let bar = ProgressBar(label: "Linking")
            defer { bar.end() }
            do {
                let outcome = try RegisterLinking(open.registry, open.asking, least: threshold, bar).run()
                try open.close()
                return outcome
            } catch {
                try open.close()
                throw error
            }
        }
        print(outcome.text(as: format))
        if outcome.isStopped { throw ExitCode(1) }
    }
}
