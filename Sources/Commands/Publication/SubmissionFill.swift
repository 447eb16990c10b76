import Access
import ArgumentParser
import Foundation
import Ledger
import Publication

struct SubmissionFill: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill", abstract: "Fill a form from a release, and say what cannot be filled; nothing is kept.",
        discussion: "Ends with 3 where a figure differs, unexplained, from one that was handed in for the same period.")
    static let rule = CommandRule.post(.rapporteur, [.release])
    static let output = CommandOutput.markedRows

    @OptionGroup var options: RequestedForm

    func run() throws {
        _ = try Self.grant(.release)
        let submission = try options.filled()
        let loader = BookLoader(resources: try Resources.find())
        let open = try OpenRegister.open(options.register, for: .readingSealed)
        let folder = SubmissionFolder(
            register: options.register, ledger: open.ledger, book: try loader.book(of: options.register))
        let unexplained = options.tell(submission, try folder.disagreements(of: submission))
        try open.close()
        FileHandle.standardOutput.write(Data(SubmissionFile(submission).bytes()))
        if !unexplained.isEmpty { throw ExitCode(3) }
    }
}
