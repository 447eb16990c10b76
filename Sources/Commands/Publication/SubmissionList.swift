import Access
import ArgumentParser
import Ledger
import Publication
import Vocabulary

struct SubmissionList: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what was handed in, each file checked against its hash.")
    static let rule = CommandRule.post(.rapporteur, [.release])
    static let output = CommandOutput.markedRows

    @OptionGroup var register: RegisterFolder

    private static let columns = [
        "number", "requester", "period", "release", "cells", "unfilled", "state", "hash", "marking",
    ]

    func run() throws {
        _ = try Self.grant(.release)
        let loader = BookLoader(resources: try Resources.find())
        let open = try OpenRegister.open(register, for: .readingSealed)
        let entries = try SubmissionFolder(
            register: register, ledger: open.ledger, book: try loader.book(of: register)
        ).entries()
        try open.close()
        let rows = entries.map { entry in
            [
                String(entry.number), entry.submission.requester, entry.submission.period.description,
                String(entry.submission.release), String(entry.submission.lines.count),
                String(entry.submission.unfilled.count), entry.isWithdrawn ? "withdrawn" : "sent", entry.hash,
                Publication.Marking.public.rawValue,
            ]
        }
        print(([Self.columns] + rows).map(CSVText.line).joined(separator: "\n"))
    }
}
