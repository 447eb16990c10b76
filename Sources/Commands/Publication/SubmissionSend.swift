import Access
import ArgumentParser
import Foundation
import Ledger
import Publication

struct SubmissionSend: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Fill a form, keep it for good as it is handed in, and write that down.",
        discussion: """
            Refused where a figure differs from one that was handed in for the same period and the form's column \
            explanation does not say why. To take one back, take the step withdraw of its record.
            """)
    static let rule = CommandRule.post(.rapporteur, [.release])
    static let output = CommandOutput.markedRows

    @OptionGroup var options: RequestedForm

    func run() throws {
        let grant = try Self.grant(.release)
        let submission = try options.filled()
        let loader = BookLoader(resources: try Resources.find())
        let open = try OpenRegister.open(options.register, for: .writing)
        let folder = SubmissionFolder(
            register: options.register, ledger: open.ledger, book: try loader.book(of: options.register))
        let unexplained = options.tell(submission, try folder.disagreements(of: submission))
        guard unexplained.isEmpty else {
            try open.close()
            throw CommandFailure.unexplained(cells: unexplained)
        }
        let number = try folder.send(submission, under: grant)
        try open.close()
        Talk.say("Kept as submission \(number).")
        FileHandle.standardOutput.write(Data(SubmissionFile(submission).bytes()))
    }
}
