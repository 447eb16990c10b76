package import Mechanisms
package import Vocabulary

/// The commands by which a questionnaire goes out: it is fixed, a round is opened, and everybody is asked; all or nothing.
package struct QuestionnaireSending {
    /// One of those who are asked.
    package struct Respondent: Sendable, Hashable {
        package let organisation: RecordID
        /// The post that answers; nil where somebody without an account does.
        package let function: RecordID?

        package init(organisation: RecordID, function: RecordID?) {
            (self.organisation, self.function) = (organisation, function)
        }
    }

    package let round: RecordID
    package let commands: [Command]

    /// - Parameters:
    ///   - today: When it goes out.
    ///   - makeID: Makes ids of new records.
    package init(
        _ sheet: QuestionnaireSheet, titled title: String, in languages: [String], until deadline: CalendarDate,
        to respondents: [Respondent], on today: CalendarDate, makeID: () -> RecordID
    ) {
        let round = makeID()
        self.round = round
        var commands: [Command] = []
        if sheet.state == "draft" {
            commands.append(
                Command(
                    mechanism: "questionnaire", record: sheet.record, transition: "fix",
                    expectedVersion: sheet.version, changes: [:], effective: .day(today)))
        }
        commands.append(
            Command(
                mechanism: "questionnaire-round", record: round, transition: "send",
                changes: [
                    "questionnaire": .link(sheet.record), "title": .text(title), "languages": .codes(languages),
                    "deadline": .period(.day(deadline)),
                ], effective: .day(today)))
        self.commands =
            commands
            + respondents.map {
                QuestionnaireSending.asking($0, in: round, sheet.record, until: deadline, on: today, makeID())
            }
    }

    /// One more who is asked in a round that is open.
    package static func asking(
        _ respondent: Respondent, in round: RecordID, _ questionnaire: RecordID, until deadline: CalendarDate,
        on today: CalendarDate, _ id: RecordID
    ) -> Command {
        var changes: [String: FieldValue] = [
            "round": .link(round), "questionnaire": .link(questionnaire),
            "respondent": .link(respondent.organisation), "due-on": .period(.day(deadline)),
        ]
        changes["function"] = respondent.function.map(FieldValue.link)
        return Command(
            mechanism: "questionnaire-response", record: id, transition: "ask", changes: changes,
            effective: .day(today))
    }
}
