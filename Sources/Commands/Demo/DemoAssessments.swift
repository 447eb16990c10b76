import Access
import Mechanisms
import Registry
import Vocabulary

/// Questionnaires of the demo country besides the one that is out: what three bodies said of their own ways in two years, and a
/// call for contributions of information.
struct DemoAssessments {
    let demo: DemoCoordination

    /// Days on which a self-assessment went out and on which it was due: always of two calendar years.
    private static let years = [(title: "Last year", sent: -385, due: -366), (title: "This year", sent: -20, due: 12)]
    /// Places in the list of bodies, and the levels that each stated: by question, by year.
    private static let levels = [
        (house: 2, levels: [["1", "2"], ["2", "2"]]), (house: 6, levels: [["2", "3"], ["1", "2"]]),
        (house: 8, levels: [["0", "1"], ["1", "1"]]),
    ]
    private static let questions = ["referral", "data"]

    /// - Returns: The round of the call for contributions.
    /// - Throws: What the readers or the register say against the files.
    func make() throws -> RecordID {
        let form = try DemoRound(demo: demo, day: demo.clock.day(DemoAssessments.years[0].sent - 1))
            .questionnaire("self-assessment.csv", kind: "self-assessment")
        for place in DemoAssessments.years.indices { try assess(form, place) }
        let round = DemoRound(demo: demo, day: demo.clock.day(-45))
        return try round.send(
            round.questionnaire("contributions.csv", kind: "contributions"), titled: "Contributions of the year",
            in: ["eng"], until: -15, to: [2, 6, 7].compactMap(respondent)
        ).round
    }

    private func assess(_ form: RecordID, _ place: Int) throws {
        let year = DemoAssessments.years[place]
        let round = DemoRound(demo: demo, day: demo.clock.day(year.sent))
        let stated = DemoAssessments.levels
        let lines = try round.send(
            form, titled: "Self-assessment, \(year.title.lowercased())", in: ["eng"], until: year.due,
            to: stated.compactMap { respondent($0.house) }
        ).lines
        for (house, levels) in stated {
            guard let actor = demo.network.actors(of: house).first, let line = lines[demo.network.houses[house]] else {
                continue
            }
            let answers = zip(DemoAssessments.questions, levels).map { question, levels in
                (question, "\(levels[place])\nMinutes of the year and the log of the office.")
            }
            let sheet = AnswerSheet(Dictionary(answers, uniquingKeysWith: { first, _ in first }))
            let next = try round.step(
                "submit", line.response, line.version, ["answers": .text(sheet.text)], Asking(actor))
            _ = try round.step("accept", line.response, next, [:], demo.secretariat)
        }
    }

    private func respondent(_ house: Int) -> QuestionnaireSending.Respondent? {
        demo.network.actors(of: house).first.map {
            QuestionnaireSending.Respondent(organisation: demo.network.houses[house], function: $0.post)
        }
    }
}
