import Access
import ArgumentParser
import Foundation
import Ledger
import Publication

struct SubmissionShow: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print a form as it was handed in.")
    static let rule = CommandRule.post(.rapporteur, [.release])
    static let output = CommandOutput.markedRows

    @Argument(help: "The number of the submission.")
    var number: Int

    @OptionGroup var register: RegisterFolder

    func run() throws {
        _ = try Self.grant(.release)
        let loader = BookLoader(resources: try Resources.find())
        let open = try OpenRegister.open(register, for: .readingSealed)
        let entries = try SubmissionFolder(
            register: register, ledger: open.ledger, book: try loader.book(of: register)
        ).entries()
        try open.close()
        guard let entry = entries.first(where: { $0.number == number }) else {
            throw CommandFailure.unknownName(
                kind: "submission", name: String(number), known: entries.map { String($0.number) })
        }
        FileHandle.standardOutput.write(Data(entry.bytes))
    }
}
