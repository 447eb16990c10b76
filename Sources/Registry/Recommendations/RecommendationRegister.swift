import Mechanisms
package import Vocabulary

/// All recommendations with what was answered, what carries them out, and how it was judged.
package struct RecommendationRegister: Sendable {
    /// How a recommendation stands, as the tracker counts it.
    package enum Standing: String, Sendable, CaseIterable {
        /// Nobody answered it, reported on it, or carries it out.
        case silent
        /// Refused, or judged not to be fulfilled.
        case not
        /// Accepted or fulfilled in part.
        case partly
        /// Accepted, carried out by an action, reported on, or judged to be fulfilled.
        case answered
    }

    package struct Action: Sendable, Hashable {
        package let record: RecordID
        package let code: String
        package let text: String
    }

    /// Another recommendation that says the same, or something that overlaps.
    package struct Relative: Sendable, Hashable {
        package let record: RecordID
        /// A code of the list `recommendation-relations`.
        package let kind: String
    }

    package struct Line: Sendable {
        package let record: RecordID
        package let cycle: RecordID
        package let place: Int
        /// As printed; empty where the body printed none.
        package let number: String
        package let text: String
        package let addressee: String
        /// A code of the list `acceptances`.
        package let acceptance: String?
        package let response: String?
        package let due: String?
        /// The last day that its deadline may mean.
        package let latest: CalendarDate?
        package let standing: Standing
        /// A code of the list `follow-up-assessments`, of the newest judgement.
        package let assessment: String?
        package let actions: [Action]
        package let relatives: [Relative]
    }

    package struct Cycle: Sendable, Hashable {
        package let record: RecordID
        package let body: String
        package let title: String
        package let reference: String?

        /// By which people know it.
        package var name: String { reference ?? title }
    }

    /// Those of a cycle in the order in which the body printed them; withdrawn ones are not among them.
    package let lines: [Line]
    package let cycles: [Cycle]
    private let places: [RecordID: Int]

    package func cycle(of line: Line) -> Cycle? { places[line.cycle].map { cycles[$0] } }

    /// Unanswered first; within a standing as printed.
    package var unansweredFirst: [Line] {
        Standing.allCases.flatMap { standing in lines.filter { $0.standing == standing } }
    }

    init(_ records: [String: [RecordState]]) {
        let bodies = Dictionary(
            (records["recommending-body"] ?? []).map { ($0.record, $0.text("name") ?? "") },
            uniquingKeysWith: { first, _ in first })
        // The oldest first; ids made at one moment have no order of their own.
        let dated = (records["recommendation-cycle"] ?? []).map { state in
            (
                state.day("issued-on"),
                Cycle(
                    record: state.record, body: state.link("body").flatMap { bodies[$0] } ?? "",
                    title: state.text("title") ?? "", reference: state.text("reference"))
            )
        }
        cycles = dated.sorted { ($0.0, $0.1.name) < ($1.0, $1.1.name) }.map(\.1)
        let places = Dictionary(cycles.enumerated().map { ($1.record, $0) }, uniquingKeysWith: { first, _ in first })
        self.places = places
        let beside = RecommendationNeighbours(records)
        lines = (records["recommendation"] ?? []).filter { $0.state != "withdrawn" }
            .map { Line($0, beside) }
            .sorted { (places[$0.cycle] ?? 0, $0.place, $0.record) < (places[$1.cycle] ?? 0, $1.place, $1.record) }
    }
}

extension RecommendationRegister.Line {
    init(_ state: RecordState, _ beside: RecommendationNeighbours) {
        record = state.record
        cycle = state.link("cycle") ?? state.record
        place = state.number("place")
        (number, text) = (state.text("number") ?? "", state.text("text") ?? "")
        addressee = state.text("addressee") ?? ""
        (acceptance, response) = (state.code("acceptance"), state.text("response"))
        (due, latest) = (state.text("due"), state.lastDay("latest"))
        actions = beside.actions[state.record] ?? []
        relatives = beside.relatives[state.record] ?? []
        let reports = beside.reports[state.record] ?? []
        assessment = reports.last { $0.state == "assessed" }?.code("assessment")
        let isReported = reports.contains { ["submitted", "assessed"].contains($0.state) }
        standing =
            switch (assessment, acceptance) {
            case ("fulfilled", _): .answered
            case ("partly", _): .partly
            case ("not-fulfilled", _): .not
            case (_, "not-accepted"): .not
            case (_, "partly-accepted"): .partly
            case (_, "accepted"): .answered
            default: !actions.isEmpty || isReported ? .answered : .silent
            }
    }
}
