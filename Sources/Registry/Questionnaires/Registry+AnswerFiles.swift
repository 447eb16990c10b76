import Access
import Ledger
package import Mechanisms
package import Vocabulary

// Goals, in order: (1) a file is given to whom its answer may be shown, and to nobody else; (2) what was handed in stays as it
// was; (3) files lie where those of documents lie, sealed in the same way, and what is said of them stands in the answers.

/// A file as the answer to a question, on its way in.
package enum AnsweredFile: Sendable {
    /// `isClean`: a scanner looked into it; else it waits.
    case given(GivenFile, isClean: Bool)
    /// The one of an earlier round, once more.
    case again(AnsweringSheet.Earlier)
}

extension Registry {
    /// Takes what a respondent wrote and gave into their response, all of it or nothing; nil where there is nothing new.
    ///
    /// A file that is replaced before anything was handed in is thrown away; what was handed in once is kept.
    ///
    /// - Parameters:
    ///   - sheet: As the respondent had it before them.
    ///   - answers: With the files that stay; those that come in are added.
    ///   - files: By the keys of their questions.
    ///   - isSent: Whether they hand it in.
    ///   - version: Of the response, as the person saw it.
    /// - Throws: As ``submit(_:_:key:)``.
    package func answer(
        _ sheet: AnsweringSheet, with answers: AnswerSheet, files: [String: AnsweredFile] = [:], isSent: Bool,
        at version: Int, _ asking: Asking, key: String? = nil
    ) throws -> SubmissionOutcome? {
        let (response, state) = (sheet.response.record, sheet.response.state)
        guard isSent || !files.isEmpty || answers != sheet.answers || state == "not-opened" else { return nil }
        let (grant, _) = try leave(asking, .write, on: response)
        var answers = answers
        var fresh: [NamedFile] = []
        var isKept = false
        defer { if !isKept { for file in fresh { try? discardUnnamed(file, under: grant) } } }
        for (question, file) in files.sorted(by: { $0.key < $1.key }) {
            let (given, isClean) = try bytes(of: file, at: question, asking)
            let named = NamedFile(of: response, at: question, hash: Ledger.hash(of: given.bytes))
            if try ledger.keep(given.bytes, as: named, under: grant) { fresh.append(named) }
            answers[question] =
                FileAnswer(
                    name: given.name, mediaType: given.mediaType, size: given.bytes.count, hash: named.hash,
                    isClean: isClean
                ).text
        }
        let taking =
            files.isEmpty
            ? isSent ? "submit" : ["not-opened": "begin", "returned": "amend"][state] ?? "save"
            : state == "returned" ? "attach-again" : "attach"
        var commands = [command(taking, response, version, ["answers": .text(answers.text)])]
        if isSent, !files.isEmpty { commands.append(command("submit", response, version + 1, [:])) }
        let outcome = try submit(commands, asking, key: key, byRegister: !files.isEmpty)
        guard case .written = outcome else { return outcome }
        isKept = true
        if sheet.submittedOn == nil { try discardReplaced(of: sheet, by: answers, under: grant) }
        return outcome
    }

    private func command(
        _ step: String, _ response: RecordID, _ version: Int, _ changes: [String: FieldValue]
    ) -> Command {
        Command(
            mechanism: "questionnaire-response", record: response, transition: step, expectedVersion: version,
            changes: changes, effective: .day(today))
    }

    private func bytes(of file: AnsweredFile, at question: String, _ asking: Asking) throws -> (GivenFile, Bool) {
        switch file {
        case .given(let file, let isClean): return (file, isClean)
        case .again(let earlier):
            guard let answer = FileAnswer(earlier.value) else { throw RegistryRefusal.notFound }
            let (grant, _) = try leave(asking, .read, on: earlier.response)
            let bytes = try ledger.attachment(
                NamedFile(of: earlier.response, at: question, hash: answer.hash), under: grant)
            let file = GivenFile(name: answer.name, mediaType: answer.mediaType, bytes: bytes, disclosure: nil)
            return (file, answer.isClean)
        }
    }

    /// Of two forms at once the other one may have named the same file.
    private func discardUnnamed(_ file: NamedFile, under grant: Grant) throws {
        let present = try ledger.record(file.record)?.text("answers").flatMap { AnswerSheet($0) } ?? AnswerSheet()
        guard present[file.place].flatMap(FileAnswer.init)?.hash != file.hash else { return }
        try ledger.discard(file, under: grant)
    }

    private func discardReplaced(of sheet: AnsweringSheet, by answers: AnswerSheet, under grant: Grant) throws {
        for question in sheet.questionnaire.questions where question.kind == .file {
            guard let before = sheet.answers[question.key].flatMap(FileAnswer.init),
                answers[question.key].flatMap(FileAnswer.init)?.hash != before.hash
            else { continue }
            try ledger.discard(
                NamedFile(of: sheet.response.record, at: question.key, hash: before.hash), under: grant)
        }
    }

    /// A file of a response, for those who may read its answers; the reading is written down.
    ///
    /// - Parameter isClean: What a scanner says now of one that nobody could look into when it came; nil where it is silent.
    ///   Then somebody who asked must have released the response's files since they were handed in.
    /// - Throws: ``RegistryRefusal/notFound``, ``RegistryRefusal/notForYou(action:rule:)``;
    ///   ``LedgerFailure/notClean(document:state:)``.
    package func answerFile(
        of response: RecordID, at question: String, foundClean isClean: Bool?, _ asking: Asking
    ) throws -> GivenFile {
        let (grant, file, answer) = try named(response, question, asking)
        guard try isClean ?? (answer.isClean || isReleased(response)) else {
            throw LedgerFailure.notClean(document: response, state: "waiting")
        }
        let bytes = try ledger.attachment(file, under: grant)
        return GivenFile(name: answer.name, mediaType: answer.mediaType, bytes: bytes, disclosure: nil)
    }

    /// The bytes of a file that nobody could look into when it came, where the one who asks may have it, for the scanner; nil
    /// where it was found clean.
    ///
    /// - Throws: As ``answerFile(of:at:foundClean:_:)``.
    package func waitingAnswerFile(
        of response: RecordID, at question: String, _ asking: Asking
    ) throws -> [UInt8]? {
        let (_, file, answer) = try named(response, question, asking)
        return answer.isClean ? nil : try ledger.unscanned(file)
    }

    private func named(
        _ response: RecordID, _ question: String, _ asking: Asking
    ) throws -> (Grant, NamedFile, FileAnswer) {
        let (grant, standpoint) = try leave(asking, .read, on: response)
        guard standpoint.mechanism.name == "questionnaire-response" else { throw RegistryRefusal.notFound }
        guard grant.ceiling >= .restricted else { throw RegistryRefusal.notForYou(action: .read, rule: grant.rule) }
        guard let text = try ledger.record(response)?.text("answers"),
            let answer = AnswerSheet(text)?[question].flatMap(FileAnswer.init)
        else { throw RegistryRefusal.notFound }
        return (grant, NamedFile(of: response, at: question, hash: answer.hash), answer)
    }

    private func isReleased(_ response: RecordID) throws -> Bool {
        let steps = try ledger.history(of: response).map(\.draft.kind)
        guard let sent = steps.lastIndex(of: "submit") else { return false }
        return steps[sent...].contains { ["release-files", "release-files-accepted"].contains($0) }
    }
}
