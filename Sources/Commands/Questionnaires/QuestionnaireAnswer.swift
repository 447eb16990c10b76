import Access
import ArgumentParser
import Foundation
import Intake
import Mechanisms
import Registry
import Vocabulary
import Website

struct QuestionnaireAnswer: AsyncParsableCommand, RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Take in a filled sheet of answers, with its files, for a respondent.",
        discussion: """
            A table with the columns “key” and “answer”. A question for a file is answered with where the file is, seen from \
            the sheet. What the sheet leaves empty stays as it was. Where a row is wrong, nothing is taken in.
            """)
    static let rule = CommandRule.post(.coordinator, [.read, .list, .write])
    static let output = CommandOutput.talk

    @Argument(help: "The sheet: CSV or XLSX, one answer a row.")
    var file: String

    @Option(help: "The record id of the response, as `questionnaire show --round` prints it.")
    var response: String

    @Flag(help: "Hand the answers in.")
    var submit = false

    @OptionGroup var scanner: ScannerOptions

    @OptionGroup var register: RegisterFolder

    func run() async throws {
        let filled = try FilledSheet(FileBytes(path: file))
        guard let record = RecordID(response) else {
            throw CommandFailure.unknownName(kind: "response", name: response, known: [])
        }
        let open = try OpenRegistry(register, for: Self.self)
        do { try await answer(filled, record, open) } catch {
            try open.close()
            throw error
        }
        try open.close()
    }

    private func answer(_ filled: FilledSheet, _ record: RecordID, _ open: OpenRegistry) async throws {
        let registry = open.registry
        let sheet = try registry.answering(record, open.asking)
        let intake = FileIntake(registry: registry, scanner: scanner.scanner)
        let questions = Dictionary(
            sheet.questionnaire.questions.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var (answers, files) = (sheet.answers, AnsweringFiles())
        var problems: [QuestionnaireTable.Problem] = []
        for row in filled.rows {
            guard let question = questions[row.key] else {
                problems.append(.init(row: row.number, message: "there is no question “\(row.key)”"))
                continue
            }
            if question.kind == .file {
                let place = URL(filePath: row.answer, relativeTo: URL(filePath: file).deletingLastPathComponent())
                if let bytes = try? Data(contentsOf: place) {
                    await files.take(place.lastPathComponent, Array(bytes), at: row.key, intake)
                    if let problem = files.problems[row.key] {
                        problems.append(.init(row: row.number, message: problem.message))
                    }
                } else {
                    problems.append(.init(row: row.number, message: "the file “\(row.answer)” cannot be read"))
                }
            } else if let value = question.canonical(row.answer) {
                answers[row.key] = value
            } else {
                problems.append(
                    .init(row: row.number, message: "this is no answer of the kind “\(question.kind.rawValue)”"))
            }
        }
        guard problems.isEmpty else { throw IntakeFailure.answersFaulty(problems) }
        let outcome = try registry.answer(
            sheet, with: answers, files: files.taken, isSent: submit, at: sheet.response.version, open.asking)
        if case .refused(let refusal)? = outcome { throw refusal }
        if case .conflict? = outcome { throw RegistryRefusal.overtaken }
        let after = try registry.answering(record, open.asking)
        print("response        \(record), \(after.response.state)")
        print("answered        \(after.answers.values.count) of \(questions.count)")
        for question in after.questionnaire.questions where question.kind == .file {
            guard let given = after.answers[question.key].flatMap(FileAnswer.init) else { continue }
            print("file            \(question.key): \(given.name), SHA-256 \(given.hash)")
        }
    }
}

extension AnsweringFiles.Problem {
    /// For whoever reads a terminal.
    fileprivate var message: String {
        switch self {
        case .empty: "the file is empty"
        case .large: "the file is larger than \(FileIntake.largest >> 20) MB"
        case .refused: "files of this kind are not taken: PDF, PNG, JPEG, DOCX and XLSX without macros, ODT, plain text"
        case .infected: "a virus was found in the file"
        case .named: "the file has a name that is not taken: a line of 1 to 150 characters"
        }
    }
}
