import Access
import ArgumentParser
import Intake
import Mechanisms
import Registry
import Vocabulary

struct QuestionnaireShow: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print a questionnaire as the table that can be brought in, or who has answered a round.")
    static let rule = CommandRule.post(.coordinator, [.read])
    static let output = CommandOutput.markedRows

    @Argument(help: "The record id or title of the questionnaire; not needed where there is only one.")
    var questionnaire: String?

    @Option(help: "A round by its record id or title: print who has answered it instead.")
    var round: String?

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let choice = QuestionnaireChoice(open)
        let lines: [[String]]
        if let round {
            lines = respondents(try choice.round(round))
        } else {
            lines = table(try choice.questionnaire(questionnaire))
        }
        try open.close()
        for line in lines { print(CSVText.line(line)) }
    }

    private func respondents(_ stand: RoundStand) -> [[String]] {
        [["respondent", "response", "state", "due-on", "submitted-on", "late", "overdue", "answered", "marking"]]
            + stand.lines.map { line in
                [
                    line.name, line.response.description, line.state, line.dueOn.description,
                    line.submittedOn?.description ?? "", line.isLate ? "yes" : "no", line.isOverdue ? "yes" : "no",
                    line.answered.map(String.init) ?? "", Marking.professionals.rawValue,
                ]
            }
    }

    /// The marking is a further column, which the reader of tables passes over.
    private func table(_ sheet: QuestionnaireSheet) -> [[String]] {
        let languages = sheet.translatedInto
        func cells(_ unit: RecordID?) -> [String] {
            let own = sheet.originals[unit] ?? QuestionWording(text: "")
            let others = languages.map { sheet.coverage($0).translations[unit]?.wording ?? QuestionWording(text: "") }
            return ([own] + others).flatMap { [$0.text, $0.help ?? "", options($0)] }
        }
        let header =
            ["key", "kind", "required"]
            + ([""] + languages.map { "-\($0)" }).flatMap { ["text\($0)", "help\($0)", "options\($0)"] } + ["marking"]
        let mark = [Marking.professionals.rawValue]
        return [header, ["", QuestionnaireTable.headKind, ""] + cells(nil) + mark]
            + sheet.questions.map { question in
                [question.key, question.kind.rawValue, question.isRequired ? "yes" : "no"] + cells(question.record)
                    + mark
            }
    }

    private func options(_ wording: QuestionWording) -> String {
        wording.options.map { "\($0.code) = \($0.label)" }.joined(separator: " | ")
    }
}
