import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// One response in somebody's hands: what stands in its form, and what becomes of what they send.
struct AnsweringWork {
    let record: RecordID
    let sheet: AnsweringSheet
    /// Where the form is.
    let path: String
    let visit: Visit

    /// - Parameter path: Another than that of people with an account.
    init(_ record: RecordID, at path: String? = nil, _ visit: Visit) throws {
        self.record = record
        self.visit = visit
        self.path = path ?? QuestionnairePaths.answering(record)
        sheet = try visit.registry.answering(record, visit.asking)
    }

    enum Taken {
        /// In the ledger; the word says what was done.
        case kept(String)
        /// The form comes again with what was written.
        case again(AnsweringInput, AnsweringPage.Outcome, status: Int)
    }

    private var account: String { visit.asking.actor.account }

    /// What was written and could not be taken yet, else what was answered.
    var input: AnsweringInput {
        visit.workbench.shelf.get(.answering, record.description, of: account).flatMap { AnsweringInput($0) }
            ?? AnsweringInput(sheet)
    }

    /// The language stays the one that was read in.
    var languagePart: String {
        visit.exchange.query["in"].flatMap { Mechanisms.Question.isKey($0) ? "&in=\($0)" : nil } ?? ""
    }

    /// Takes what can be taken into the ledger; the rest stays on the shelf and in the form, so that nothing is lost.
    ///
    /// - Parameter given: The files that came with the form.
    func take(_ form: Fields, _ given: AnsweringFiles) throws -> Taken {
        var input = AnsweringInput(form, sheet)
        let act = (form["act"] ?? "save").split(separator: ":", maxSplits: 1).map(String.init)
        let questions = sheet.questionnaire.questions
        var files = given.asked(by: questions)
        if act.first == "reuse", act.count == 2, let earlier = sheet.earlier[act[1]] {
            if questions.contains(where: { $0.key == act[1] && $0.kind == .file }) {
                files.reuse(earlier, at: act[1])
            } else {
                input[act[1]] = earlier.value
            }
        }
        var reading = input.read(questions, beside: sheet.answers)
        reading.missing.removeAll { files.taken[$0] != nil }
        let isSent = act.first == "submit"
        let isWhole = reading.misfits.isEmpty && files.problems.isEmpty && (!isSent || reading.missing.isEmpty)
        var outcome = AnsweringPage.Outcome(
            misfits: reading.misfits, missing: isSent ? reading.missing : [], files: files.problems)
        let written = try visit.registry.answer(
            sheet, with: reading.sheet, files: files.taken, isSent: isSent && isWhole, at: visit.sentVersion,
            visit.asking, key: visit.formKey)
        if let written {
            if let problems = visit.problems(written) {
                try keep(input)
                outcome.notices = problems.map { DeskPage.Notice($0, .wrong) }
                if case .conflict = written { return .again(input, conflict(outcome, input), status: 409) }
                return .again(input, outcome, status: 422)
            }
        }
        guard isWhole else {
            try keep(input)
            outcome.notices = [.init(visit.asked("saved-in-part"), .careful)]
            return .again(input, outcome, status: 422)
        }
        visit.workbench.shelf.remove(.answering, record.description, of: account)
        return .kept(isSent ? "submitted" : act.first == "reuse" ? "reused" : "saved")
    }

    private func keep(_ input: AnsweringInput) throws {
        try visit.workbench.shelf.put(input.bytes, as: .answering, record.description, of: account, about: [])
    }

    /// Somebody else saved meanwhile: what they wrote otherwise is shown; sending again takes what stands in the form.
    private func conflict(_ outcome: AnsweringPage.Outcome, _ input: AnsweringInput) -> AnsweringPage.Outcome {
        var outcome = outcome
        let theirs = sheet.questionnaire.questions.enumerated().compactMap { place, question -> DeskPage.Notice? in
            let text = sheet.answers[question.key] ?? ""
            guard text != input[question.key] else { return nil }
            let number = visit.wording.texts.number(place + 1)
            return .init(
                visit.asked(
                    "theirs", ["number": number, "text": text.isEmpty ? visit.asked("empty") : text]), .careful)
        }
        outcome.notices += theirs
        return outcome
    }
}
