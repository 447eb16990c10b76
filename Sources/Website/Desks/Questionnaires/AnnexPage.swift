import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// The answers of a round question by question, for `workbench-annex.mustache`: to read and to print.
struct AnnexPage: Sendable {
    struct Row: Sendable {
        let respondent: String
        let text: String
        let late: [String]
        /// To whom a file may go.
        let marking: [String]
    }

    struct Entry: Sendable {
        let id: String
        let number: String
        let text: String
        let tally: [String]
        let caption: String
        let hasRows: Bool
        let rows: [Row]
        let without: [String]
    }

    let title: String
    let styleHref: String
    let lead: String
    let languages: [DeskPage.Link]
    let hasLanguages: Bool
    let nonRespondentsTitle: String
    let nonRespondents: [String]
    let hasNonRespondents: Bool
    let allAnswered: String
    let late: [String]
    let respondent: String
    let answer: String
    let entries: [Entry]

    init(_ annex: Consolidation, _ visit: Visit) {
        let (texts, stand) = (visit.wording.texts, annex.stand)
        title = visit.asked("annex-title", ["round": stand.title])
        styleHref = WorkbenchPaths.paperStyle(Access.Marking.named.rawValue, texts.language)
        lead = visit.asked(
            "annex-lead",
            [
                "count": texts.number(stand.lines.count(where: \.hasAnswered)),
                "all": texts.number(stand.lines.count), "deadline": texts.day(stand.deadline),
                "day": texts.day(stand.day),
            ])
        languages = stand.questionnaire.wholeLanguages.filter { $0 != annex.language }.map {
            .init(text: visit.language($0), href: "\(QuestionnairePaths.annex(stand.record))?in=\($0)")
        }
        hasLanguages = !languages.isEmpty
        nonRespondentsTitle = visit.asked("non-respondents")
        nonRespondents = annex.nonRespondents
        (hasNonRespondents, allAnswered) = (!nonRespondents.isEmpty, visit.asked("all-answered"))
        late = annex.late.isEmpty ? [] : [visit.asked("late-ones", ["names": visit.list(annex.late)])]
        (respondent, answer) = (visit.asked("columns.respondent"), visit.asked("columns.answer"))
        entries = annex.entries.enumerated().map { place, entry in
            Entry(
                id: "q-\(entry.question.key)", number: texts.number(place + 1), text: entry.wording.text,
                tally: entry.tally.map { "\($0.label): \(texts.number($0.count))" },
                caption: visit.asked("answers-caption", ["number": texts.number(place + 1)]),
                hasRows: !entry.answers.isEmpty,
                rows: entry.answers.map {
                    Row(
                        respondent: $0.respondent, text: $0.text, late: $0.isLate ? [visit.asked("late")] : [],
                        marking: $0.file == nil ? [] : [visit.wording.marking(.named)])
                },
                without: entry.without.isEmpty
                    ? [] : [visit.asked("left-empty", ["names": visit.list(entry.without)])])
        }
    }
}
