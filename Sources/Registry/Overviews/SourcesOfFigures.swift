import Mechanisms
import Vocabulary

/// Which sources an indicator has, could have, and has not (B98).
extension Registry {
    /// Indicators in the order of their list, each with: who reported it in the newest release, with what they say of their
    /// source; sources that could supply it by their description; bodies that said so in the newest survey; else that there
    /// is none, or that nobody was asked.
    ///
    /// - Parameter reporting: By indicator, the names of the organisations on which its newest released figure rests.
    func sources(_ reporting: [String: Set<String>], on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        let houses = try names(of: "organisation", "name", asking)
        let described = try readable("data-source", asking).filter { $0.state == "described" }
        let survey = try survey(on: day, asking)
        let rows = (book.codeLists["indicators"]?.codes ?? []).filter { !$0.isRetired }.flatMap { indicator in
            SourcesOfOne(
                indicator: indicator.id, reporting: reporting[indicator.id] ?? [], survey: survey, houses: houses,
                sources: described.filter { $0.codes("indicators").contains(indicator.id) }
                    .sorted { ($0.text("title") ?? "", $0.record) < ($1.text("title") ?? "", $1.record) }
            ).rows
        }
        return OverviewTable(
            [
                "indicator", "standing", "source", "organisation", "unit", "variables", "periodicity", "access",
                "quality", "said-in",
            ], rows)
    }

    /// Accepted answers of the newest round of a questionnaire of the kind `data-availability`: a question asks about an
    /// indicator if its key is that indicator's code. Nil where no round was sent, or answers are not for the one who asks.
    private func survey(on day: CalendarDate, _ asking: Asking) throws -> AvailabilitySurvey? {
        let stands = try rounds(asking, ofKind: "data-availability").filter { $0.sentOn <= day }
        guard let newest = stands.max(by: { ($0.sentOn, $0.record) < ($1.sentOn, $1.record) }) else { return nil }
        let accepted = newest.lines.filter { $0.state == "accepted" && ($0.submittedOn.map { $0 <= day } ?? false) }
        guard !accepted.isEmpty, accepted.allSatisfy({ $0.answered != nil }) else { return nil }
        let sheets = try sheets(of: newest, asking)
        return AvailabilitySurvey(
            round: newest.record, title: newest.title,
            answers: accepted.map { line in
                let answers = newest.questionnaire.questions.filter { $0.kind == .yesNo }.compactMap { question in
                    sheets[line.response]?[question.key].map { (question.key, $0) }
                }
                return (name: line.name, answers: Dictionary(answers, uniquingKeysWith: { first, _ in first }))
            })
    }
}

/// What bodies said of themselves: whether they could supply an indicator.
private struct AvailabilitySurvey {
    let round: RecordID
    let title: String
    /// In the order of their names; by the code of an indicator `yes`, `no` or `unknown`.
    let answers: [(name: String, answers: [String: String])]

    func names(of indicator: String, saying answer: String) -> [String] {
        answers.filter { $0.answers[indicator] == answer }.map(\.name)
    }
}

private struct SourcesOfOne {
    let indicator: String
    let reporting: Set<String>
    let survey: AvailabilitySurvey?
    let houses: [RecordID: String]
    /// Those whose description names the indicator, in the order of their titles.
    let sources: [RecordState]

    var rows: [[OverviewCell]] {
        let existing = sources.filter { $0.code("access") != "does-not-exist" }
        let supplying = existing.filter { reporting.contains(house(of: $0)) }
        let undescribed = reporting.subtracting(supplying.map(house)).sorted()
        let able = existing.filter { !reporting.contains(house(of: $0)) }
        let said = (survey?.names(of: indicator, saying: "yes") ?? []).filter { name in
            !reporting.contains(name) && !able.contains { house(of: $0) == name }
        }
        let denied = survey?.names(of: indicator, saying: "no") ?? []
        let all =
            supplying.map { row(.word("supplies"), $0) } + undescribed.map { row(.flag("supplies-undescribed"), $0) }
            + able.map { row(.word("could-supply"), $0) } + said.map { row(.word("said-to-be-able"), $0) }
        guard all.isEmpty else { return all }
        let none = sources.map { row(.flag("no-source"), $0) } + denied.map { row(.flag("no-source"), $0) }
        return none.isEmpty ? [row(.flag("nobody-asked"), "")] : none
    }

    private func house(of source: RecordState) -> String {
        source.link("organisation").flatMap { houses[$0] } ?? ""
    }

    private func row(_ standing: OverviewCell, _ source: RecordState) -> [OverviewCell] {
        let name = house(of: source)
        return [
            OverviewCell(.code(indicator, of: "indicators")), standing,
            .text(source.text("title"), record: source.record), .text(name), source.cell("unit", list: "units"),
            source.cell("variables"), source.cell("periodicity", list: "periodicities"),
            source.cell("access", list: "access-levels"), source.cell("quality"), answer(of: name),
        ]
    }

    private func row(_ standing: OverviewCell, _ name: String) -> [OverviewCell] {
        [OverviewCell(.code(indicator, of: "indicators")), standing, .empty, .text(name)]
            + [OverviewCell](repeating: .empty, count: 5) + [answer(of: name)]
    }

    /// The round in which an organisation answered the question about this indicator.
    private func answer(of name: String) -> OverviewCell {
        guard let survey, survey.answers.contains(where: { $0.name == name && $0.answers[indicator] != nil }) else {
            return .empty
        }
        return .text(survey.title, record: survey.round)
    }
}
