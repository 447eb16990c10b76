import Mechanisms
import Publication
import Registry

/// What whoever has a link sees when nothing is left to write: what they sent.
struct SentPage {
    let page: DeskPage

    init(_ sheet: AnsweringSheet, _ visit: Visit) {
        let columns = ["question", "answer"].map { visit.asked("columns.\($0)") }
        let rows = sheet.questionnaire.questions.map { question in
            let wording = sheet.questionnaire.wording(of: question.record, in: visit.pageLanguage)
            let value = sheet.answers[question.key].map { visit.shown($0, to: question, wording) }
            return [DeskTable.Value(wording.text), DeskTable.Value(value ?? visit.asked("empty"))]
        }
        page = DeskPage(
            lead: visit.asked("sent-lead"), notices: visit.asked(done: visit.exchange.query["done"]),
            sections: [
                DeskSection(
                    "answers", sheet.respondent,
                    tables: [DeskTable(visit.asked("columns.answers"), columns: columns, rows: rows)])
            ], visit.exchange)
    }
}
