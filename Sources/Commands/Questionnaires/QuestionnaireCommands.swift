import ArgumentParser

/// `rapporteur questionnaire …`: questionnaires, from a table of questions to the annex of a report.
struct QuestionnaireCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "questionnaire",
        abstract: "Bring in questionnaires, see who has answered, and put the answers together.",
        subcommands: [
            QuestionnaireBringIn.self, QuestionnaireShow.self, QuestionnaireAnswer.self, QuestionnaireConsolidate.self,
            QuestionnaireList.self,
        ])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
