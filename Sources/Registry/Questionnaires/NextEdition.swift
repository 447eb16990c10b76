package import Mechanisms
package import Vocabulary

/// The commands that make the next version of a questionnaire: the same questions under the same keys, to be changed, with
/// what was translated of them.
package struct NextEdition {
    package let record: RecordID
    package let commands: [Command]

    package init(after sheet: QuestionnaireSheet, on today: CalendarDate, makeID: () -> RecordID) {
        let record = makeID()
        self.record = record
        let own = sheet.originals[nil] ?? QuestionWording(text: sheet.title)
        var head: [String: FieldValue] = [
            "title": .text(own.text), "kind": .code(sheet.kind), "edition": .integer(sheet.edition + 1),
            "language": .code(sheet.language), "follows": .link(sheet.record),
        ]
        head["introduction"] = own.help.map(FieldValue.text)
        if !sheet.actions.isEmpty { head["actions"] = .links(sheet.actions) }
        func command(_ mechanism: String, _ record: RecordID, _ step: String, _ changes: [String: FieldValue])
            -> Command
        {
            Command(mechanism: mechanism, record: record, transition: step, changes: changes, effective: .day(today))
        }
        var commands = [command("questionnaire", record, "draft", head)]
        var places: [RecordID?: RecordID?] = [nil: nil]
        for question in sheet.questions {
            let id = makeID()
            places[question.record] = id
            var changes: [String: FieldValue] = [
                "questionnaire": .link(record), "key": .text(question.key), "place": .integer(question.place),
                "kind": .code(question.kind.rawValue), "required": .boolean(question.isRequired),
            ]
            changes.merge(question.wording.fields) { $1 }
            commands.append(command("question", id, "ask", changes))
        }
        for language in sheet.translatedInto {
            let coverage = sheet.coverage(language)
            for (of, translation) in coverage.translations.sorted(by: { $0.value.record < $1.value.record })
            where coverage.standings[of] != .outdated {
                guard let place = places[of] else { continue }
                var changes: [String: FieldValue] = [
                    "questionnaire": .link(record), "language": .code(language), "source": .text(translation.source),
                ]
                changes["question"] = place.map(FieldValue.link)
                changes.merge(translation.wording.fields) { $1 }
                commands.append(command("question-translation", makeID(), "enter", changes))
            }
        }
        self.commands = commands
    }
}

extension QuestionWording {
    /// As a question or a translation holds it.
    package var fields: [String: FieldValue] {
        var fields: [String: FieldValue] = ["text": .text(text)]
        fields["help"] = help.map(FieldValue.text)
        if !options.isEmpty { fields["options"] = .text(QuestionWording.lines(options)) }
        return fields
    }
}
