package import Intake
import Mechanisms
package import Vocabulary

// Goals, in order: (1) each keeps the number and the place that the body gave it, and none is made up; (2) the same list
// again changes nothing; (3) what is wrong in a row is said of that row, and the others go in.

/// A list of recommendations into the register.
package struct RecommendationImport {
    private var work: RowByRow

    package var findings: [Finding] { work.findings }
    package var entered: Int { work.entered }

    /// Who recommends, and in which document.
    package struct Head: Sendable {
        let body: String
        let title: String
        let reference: String?
        let issuedOn: CalendarDate?

        package init(body: String, title: String, reference: String?, issuedOn: CalendarDate?) {
            (self.body, self.title, self.reference, self.issuedOn) = (body, title, reference, issuedOn)
        }
    }

    package init(_ work: RowByRow) { self.work = work }

    /// The recommendations of a cycle; body and cycle are entered where the register does not have them.
    package mutating func take(_ rows: [RecommendationReader.Row], of head: Head) throws {
        let present = try work.registry.recommendations(work.asking)
        let day = head.issuedOn ?? work.registry.today
        let (body, cycle) = try open(head, present, on: day)
        let lines = present.lines.filter { $0.cycle == cycle }
        for (place, row) in rows.enumerated() {
            let same = lines.first { line in
                row.number.map { $0 == line.number } ?? (line.number.isEmpty && line.text == row.text)
            }
            if let same {
                note(row, same)
            } else {
                try take(row, place: place + 1, in: cycle, of: body, on: day)
            }
        }
    }

    private func open(
        _ head: Head, _ present: RecommendationRegister, on day: CalendarDate
    ) throws -> (body: RecordID, cycle: RecordID) {
        var opening: [Command] = []
        let bodies = try work.registry.readable("recommending-body", work.asking)
        let body = bodies.first { $0.text("name") == head.body }?.record ?? work.makeID()
        if !bodies.contains(where: { $0.record == body }) {
            opening.append(RowByRow.opening("recommending-body", body, "enter", ["name": .text(head.body)], on: day))
        }
        let known = present.cycles.first { cycle in
            cycle.body == head.body
                && (head.reference.map { $0 == cycle.reference } ?? (cycle.title == head.title))
        }
        let cycle = known?.record ?? work.makeID()
        if known == nil {
            var changes: [String: FieldValue] = ["body": .link(body), "title": .text(head.title)]
            changes["reference"] = head.reference.map(FieldValue.text)
            changes["issued-on"] = head.issuedOn.map { .period(.day($0)) }
            opening.append(RowByRow.opening("recommendation-cycle", cycle, "enter", changes, on: day))
        }
        if case .refused(let refusal) = try work.registry.submit(opening, work.asking) { throw refusal }
        return (body, cycle)
    }

    private mutating func note(_ row: RecommendationReader.Row, _ same: RecommendationRegister.Line) {
        work.findings.append(
            same.text == row.text
                ? RecommendationFinding.known.finding(
                    line: row.line, nil, "The register has this recommendation already.", remedy: "Nothing.")
                : RecommendationFinding.wordingDiffers.finding(
                    line: row.line, "text", "Number \(same.number) reads otherwise in the register.",
                    remedy: "Look at the document; correct the recommendation by hand.", about: [same.number]))
    }

    private mutating func take(
        _ row: RecommendationReader.Row, place: Int, in cycle: RecordID, of body: RecordID,
        on day: CalendarDate
    ) throws {
        var changes: [String: FieldValue] = [
            "body": .link(body), "cycle": .link(cycle), "place": .integer(place), "text": .text(row.text),
        ]
        changes["number"] = row.number.map(FieldValue.text)
        changes["addressee"] = row.addressee.map(FieldValue.text)
        changes["due"] = row.due.map(FieldValue.text)
        let record = work.makeID()
        var commands = [RowByRow.opening("recommendation", record, "issue", changes, on: day)]
        if let acceptance = row.acceptance {
            var answer: [String: FieldValue] = ["acceptance": .code(acceptance)]
            answer["response"] = row.response.map(FieldValue.text)
            answer["responded-on"] = row.respondedOn.map { .period(.day($0)) }
            commands.append(
                Command(
                    mechanism: "recommendation", record: record, transition: "answer", expectedVersion: 1,
                    changes: answer, effective: .day(row.respondedOn ?? work.registry.today)))
        }
        try work.submit(commands) { RecommendationFinding.refusal($0, row.line) }
    }
}
