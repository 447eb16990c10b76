import Access
import Intake
import Mechanisms
import Registry
import Vocabulary

/// A questionnaire of the demo country that is out: some accepted, some sent, one returned, some begun, and some silent.
struct DemoQuestionnaire {
    let demo: DemoCoordination

    init(_ demo: DemoCoordination) { self.demo = demo }

    /// How far those who were asked have come, in their order; the others have not opened it.
    private static let progress = [
        "accept", "accept", "accept", "submit", "submit", "return", "begin", "begin",
    ]

    /// - Parameter action: That the questionnaire serves.
    /// - Throws: What the reader or the register says against the file.
    func make(serving action: RecordID?) throws {
        let asked = respondents
        let round = DemoRound(demo: demo, day: demo.clock.today)
        let lines = try round.send(
            round.questionnaire("questionnaire.csv", kind: "enquiry", serving: action), titled: "First half-year",
            in: ["eng", "ara"], until: 12,
            to: asked.map(\.respondent)
                + demo.network.districts.prefix(2).map { .init(organisation: $0, function: nil) }
        ).lines
        for (place, (asked, step)) in zip(asked, DemoQuestionnaire.progress).enumerated() {
            guard let line = lines[asked.respondent.organisation] else { continue }
            try answer(line.response, line.version, as: asked.actor, place, step)
        }
    }

    /// One post of every body that answers; not of those who ask.
    private var respondents: [(respondent: QuestionnaireSending.Respondent, actor: Actor)] {
        DemoPlan.houses.indices.dropFirst(2).compactMap { house in
            guard let actor = demo.network.actors(of: house).first, let body = actor.organisation else { return nil }
            return (QuestionnaireSending.Respondent(organisation: body, function: actor.post), actor)
        }
    }

    private func answer(
        _ response: RecordID, _ version: Int, as actor: Actor, _ place: Int, _ progress: String
    ) throws {
        let isBegun = progress == "begin"
        var sheet = AnswerSheet(["focal-point": place % 3 == 0 ? "no" : "yes", "trained": String(4 + place * 3)])
        if !isBegun {
            sheet["referral-form"] = ["full", "part", "none"][place % 3]
            sheet["hindrance"] = "Nobody answers at night."
        }
        let round = DemoRound(demo: demo, day: demo.clock.today)
        let next = try round.step(
            isBegun ? progress : "submit", response, version, ["answers": .text(sheet.text)], Asking(actor))
        guard ["accept", "return"].contains(progress) else { return }
        _ = try round.step(
            progress, response, next, [:], demo.secretariat,
            because: progress == "return" ? "How many of those who were trained are still in post?" : nil)
    }
}
