import Access
import Foundation
import Intake
import Ledger
import Mechanisms
import Publication
import Vocabulary

/// `submissions/` in the folder of a register: what was handed in, a file each, named by its number; the ledger holds the
/// hash of each.
struct SubmissionFolder {
    let register: RegisterFolder
    let ledger: Ledger
    let book: Book

    private var url: URL { register.url.appending(path: "submissions") }

    /// One that was handed in, as the ledger remembers it.
    struct Entry {
        let number: Int
        let hash: String
        let isWithdrawn: Bool
        let submission: Submission
        let bytes: [UInt8]
    }

    /// All that were handed in, each file checked against its hash, the first one first.
    ///
    /// - Throws: P402 where a file is gone or altered.
    func entries() throws -> [Entry] {
        try ledger.records(of: "submission").compactMap { id -> Entry? in
            guard let state = try ledger.record(id), case .integer(let number)? = state.fields["number"],
                case .text(let hash)? = state.fields["hash"]
            else { return nil }
            let path = file(number).path
            guard let bytes = FileManager.default.contents(atPath: path).map(Array.init), digest(of: bytes) == hash
            else {
                throw PublicationFailure.submissionUnreadable(file: path)
            }
            let table = try WholeTable(FileBytes(path: path))
            let kept = try SubmissionFile(header: table.header, rows: table.rows.map(\.cells), file: path)
            return Entry(
                number: number, hash: hash, isWithdrawn: state.state == "withdrawn", submission: kept.submission,
                bytes: bytes)
        }.sorted { $0.number < $1.number }
    }

    /// What those that stand said otherwise of the same question and period.
    func disagreements(of submission: Submission) throws -> [Submission.Disagreement] {
        try entries().filter { !$0.isWithdrawn }.flatMap { submission.disagreements(with: $0.submission) }
    }

    /// Keeps a submission and says so in the ledger: the file first, so that nothing is recorded that is not there.
    ///
    /// - Returns: Its number.
    func send(_ submission: Submission, under grant: Grant) throws -> Int {
        let number = (try entries().last?.number ?? 0) + 1
        let bytes = SubmissionFile(submission).bytes()
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            try Data(bytes).write(to: file(number), options: .atomic)
        } catch {
            throw CommandFailure.unwritable(file: file(number).path, reason: "the disk or its rights do not let it")
        }
        sync()
        let fields: [String: FieldValue] = [
            "number": .integer(number), "requester": .text(submission.requester), "period": .period(submission.period),
            "release": .integer(submission.release), "cells": .integer(submission.lines.count),
            "unfilled": .integer(submission.unfilled.count), "hash": .text(digest(of: bytes)),
        ]
        try ReleaseRecords(ledger: ledger, book: book).write(under: grant) { now, random in
            [
                Command(
                    mechanism: "submission", record: RecordID(at: now, using: &random), transition: "send",
                    changes: fields, effective: .day(now.day))
            ]
        }
        return number
    }

    private func file(_ number: Int) -> URL { url.appending(path: "\(Release.folder(number)).csv") }
}
