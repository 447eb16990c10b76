import Mechanisms
package import Vocabulary

/// A round of a questionnaire as it stands on a day: who has answered, who came late, who has not.
package struct RoundStand: Sendable {
    /// One of those who were asked.
    package struct Line: Sendable {
        package let response: RecordID
        package let version: Int
        package let respondent: RecordID
        package let name: String
        /// The post that answers; nil where nobody of the register does.
        package let function: RecordID?
        package let state: String
        package let dueOn: CalendarDate
        /// The day on which the ledger took the first answers; nil where none were sent.
        package let submittedOn: CalendarDate?
        /// Sent after the round's deadline, by the ledger's own time.
        package let isLate: Bool
        /// Not sent, or returned, and the day by which it is due has passed.
        package let isOverdue: Bool
        /// Questions answered so far; nil for those who may not see answers.
        package let answered: Int?

        /// Whether answers were sent, whatever came of them.
        package var hasAnswered: Bool { ["submitted", "accepted", "returned"].contains(state) }
        package var isOpen: Bool { ["not-opened", "in-progress", "returned"].contains(state) }
    }

    /// A deadline that the round had, the present one last.
    package struct Deadline: Sendable {
        package let day: CalendarDate
        package let setOn: CalendarDate
        /// Why it was extended; nil for the first one.
        package let reason: String?
    }

    package let record: RecordID
    package let version: Int
    package let title: String
    package let isOpen: Bool
    package let sentOn: CalendarDate
    package let languages: [String]
    package let deadlines: [Deadline]
    package let day: CalendarDate
    package let questionnaire: QuestionnaireSheet
    /// Without those that were taken back, in the order of their names.
    package let lines: [Line]

    package var deadline: CalendarDate { deadlines.last?.day ?? day }

    /// Lines in one of some states.
    package func count(_ states: String...) -> Int { lines.count { states.contains($0.state) } }

    /// Whom somebody has to chase: nothing was sent, or clarification is waited for; the longest overdue first.
    package var silent: [Line] { lines.filter(\.isOpen).sorted { ($0.dueOn, $0.name) < ($1.dueOn, $1.name) } }
}

extension RoundStand {
    /// What a round is made of: its events and those of its responses, with no field above the reader's ceiling.
    struct Source {
        let history: [Event]
        let responses: [(state: RecordState, history: [Event], name: String)]
    }

    init?(_ source: Source, _ questionnaire: QuestionnaireSheet, on day: CalendarDate) {
        guard let first = source.history.first else { return nil }
        let head = source.history.dropFirst().reduce(into: RecordState(opening: first.draft)) { $0.apply($1.draft) }
        (record, version, title) = (head.record, head.version, head.text("title") ?? "")
        (isOpen, sentOn) = (head.state == "open", first.recordedAt.day)
        languages = if case .codes(let codes)? = head.fields["languages"] { codes } else { [] }
        deadlines = source.history.compactMap { event in
            guard case .period(let period)? = event.draft.changes["deadline"] else { return nil }
            return Deadline(day: period.end, setOn: event.recordedAt.day, reason: event.draft.reason)
        }
        (self.questionnaire, self.day) = (questionnaire, day)
        let deadline = deadlines.last?.day ?? day
        let known = Set(questionnaire.questions.map(\.key))
        lines = source.responses.filter { $0.state.state != "withdrawn" }.map { response in
            Line(response.state, response.history, response.name, deadline: deadline, on: day, known)
        }.sorted { ($0.name, $0.response) < ($1.name, $1.response) }
    }
}

extension RoundStand.Line {
    init(
        _ state: RecordState, _ history: [Event], _ name: String, deadline: CalendarDate, on day: CalendarDate,
        _ known: Set<String>
    ) {
        (response, version, self.state) = (state.record, state.version, state.state)
        respondent = state.link("respondent") ?? state.record
        (self.name, function) = (name, state.link("function"))
        dueOn = state.lastDay("due-on") ?? deadline
        submittedOn = history.first { $0.draft.kind == "submit" }?.recordedAt.day
        isLate = submittedOn.map { $0 > deadline } ?? false
        isOverdue = ["not-opened", "in-progress", "returned"].contains(state.state) && dueOn < day
        answered = state.text("answers").flatMap { AnswerSheet($0) }.map { sheet in
            sheet.values.keys.count { known.contains($0) }
        }
    }
}
