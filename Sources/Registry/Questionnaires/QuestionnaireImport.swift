package import Intake
package import Mechanisms
package import Vocabulary

// Goals, in order: (1) a version that was sent stays as it is; (2) the same table again changes nothing; (3) a question
// keeps its key, and what was translated of it, as long as its text stays.

/// What a table of questions makes of the records of a questionnaire: commands for all that is not there yet.
package struct QuestionnaireImport {
    /// What the table does not say.
    package struct Particulars: Sendable {
        package let title: String
        package let kind: String
        package let language: String
        package let actions: [RecordID]
        /// Whether what is translated in the table counts as reviewed.
        package let isReviewed: Bool

        package init(title: String, kind: String, language: String, actions: [RecordID], isReviewed: Bool) {
            (self.title, self.kind, self.language) = (title, kind, language)
            (self.actions, self.isReviewed) = (actions, isReviewed)
        }
    }

    package let questionnaire: RecordID
    /// Whether the table makes a version that was not there.
    package let isNew: Bool
    /// Keys of questions of the draft that the table does not have; they stay.
    package private(set) var left: [String] = []
    package private(set) var commands: [Command] = []
    private let day: CalendarDate
    private let particulars: Particulars
    private let makeID: () -> RecordID

    /// - Parameter present: The newest version of the questionnaire; nil where there is none.
    package init(
        _ table: QuestionnaireTable, _ particulars: Particulars, onto present: QuestionnaireSheet?,
        on day: CalendarDate, makeID: @escaping () -> RecordID
    ) {
        (self.day, self.particulars, self.makeID) = (day, particulars, makeID)
        let isDraft = present?.state == "draft"
        let isSame = present.map { QuestionnaireImport.isSame($0, table, particulars) } ?? false
        isNew = !isDraft && !isSame
        questionnaire = isNew ? makeID() : present?.record ?? makeID()
        if isSame, !isDraft { return }
        let head = QuestionWording(text: particulars.title, help: table.head?.help)
        if isNew { open(head, after: present) }
        if isDraft, let present, present.originals[nil] != head { correct(head, of: present) }
        take(head, table.headTranslations, question: nil, in: isDraft ? present : nil)
        for (place, entry) in table.entries.enumerated() {
            let known = isDraft ? present?.questions.first { $0.key == entry.key } : nil
            let record = take(entry, place + 1, known)
            take(entry.wording, entry.translations, question: record, in: isDraft ? present : nil)
        }
        let keys = Set(table.entries.map(\.key))
        left = isDraft ? present?.questions.map(\.key).filter { !keys.contains($0) } ?? [] : []
    }

    private static func isSame(
        _ sheet: QuestionnaireSheet, _ table: QuestionnaireTable, _ particulars: Particulars
    ) -> Bool {
        sheet.language == particulars.language && sheet.questions.count == table.entries.count
            && zip(sheet.questions, table.entries).allSatisfy { question, entry in
                question.key == entry.key && question.kind == entry.kind && question.wording == entry.wording
                    && question.isRequired == entry.isRequired
            }
    }

    private mutating func open(_ head: QuestionWording, after present: QuestionnaireSheet?) {
        var changes: [String: FieldValue] = [
            "title": .text(head.text), "kind": .code(particulars.kind), "language": .code(particulars.language),
            "edition": .integer((present?.edition ?? 0) + 1),
        ]
        changes["introduction"] = head.help.map(FieldValue.text)
        let actions = particulars.actions.isEmpty ? present?.actions ?? [] : particulars.actions
        if !actions.isEmpty { changes["actions"] = .links(actions) }
        changes["follows"] = present.map { .link($0.record) }
        add("questionnaire", questionnaire, "draft", changes)
    }

    private mutating func correct(_ head: QuestionWording, of present: QuestionnaireSheet) {
        var changes: [String: FieldValue] = ["title": .text(head.text)]
        changes["introduction"] = head.help.map(FieldValue.text)
        add("questionnaire", present.record, "correct", changes, onto: present.version)
    }

    private mutating func take(_ entry: QuestionnaireTable.Entry, _ place: Int, _ known: Question?) -> RecordID {
        var changes: [String: FieldValue] = [
            "key": .text(entry.key), "place": .integer(place), "kind": .code(entry.kind.rawValue),
            "required": .boolean(entry.isRequired),
        ]
        changes.merge(entry.wording.fields) { $1 }
        guard let known else {
            let record = makeID()
            changes["questionnaire"] = .link(questionnaire)
            add("question", record, "ask", changes)
            return record
        }
        let isSame =
            known.wording == entry.wording && known.kind == entry.kind && known.place == place
            && known.isRequired == entry.isRequired
        if !isSame { add("question", known.record, "correct", changes, onto: known.version) }
        return known.record
    }

    private mutating func take(
        _ original: QuestionWording, _ translations: [String: QuestionWording], question: RecordID?,
        in present: QuestionnaireSheet?
    ) {
        for (language, wording) in translations.sorted(by: { $0.key < $1.key }) where language != particulars.language {
            var changes = wording.fields
            changes["source"] = .text(original.source)
            let known = present?.coverage(language).translations[question]
            let isReviewed = known?.standing(to: original) == .reviewed
            if known?.wording == wording, known?.source == original.source, isReviewed || !particulars.isReviewed {
                continue
            }
            let record = known?.record ?? makeID()
            if let known {
                add("question-translation", record, "revise", changes, onto: known.version)
            } else {
                changes["questionnaire"] = .link(questionnaire)
                changes["question"] = question.map(FieldValue.link)
                changes["language"] = .code(language)
                add("question-translation", record, "enter", changes)
            }
            if particulars.isReviewed {
                add("question-translation", record, "review", [:], onto: (known?.version ?? 0) + 1)
            }
        }
    }

    private mutating func add(
        _ mechanism: String, _ record: RecordID, _ step: String, _ changes: [String: FieldValue], onto version: Int = 0
    ) {
        commands.append(
            Command(
                mechanism: mechanism, record: record, transition: step, expectedVersion: version, changes: changes,
                effective: .day(day), reason: step == "correct" ? "as the table has it" : nil))
    }
}
