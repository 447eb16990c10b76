import Mechanisms
import Vocabulary

/// What serves the targets of the United Nations that speak of trafficking (B77).
extension Registry {
    /// By target: recommendations, actions, and the releases that hold its figures. Figures themselves stand in releases and
    /// nowhere else, so that none is made a second time here (decision 0260).
    func developmentTargets(_ asking: Asking) throws -> OverviewTable {
        let bodies = try names(of: "recommending-body", "name", asking)
        let plans = try names(of: "plan", "title", asking)
        let recommendations = try readable("recommendation", asking).filter { $0.state != "withdrawn" }
        let actions = try readable("plan-action", asking).filter { !["abandoned", "superseded"].contains($0.state) }
        let releases = try readable("release", asking).filter(Registry.holdsTargetFigures)
        let rows = (book.codeLists["sdg-targets"]?.codes ?? []).filter { !$0.isRetired }.flatMap {
            target -> [[OverviewCell]] in
            let cell = OverviewCell(.code(target.id, of: "sdg-targets"))
            let served: [[OverviewCell]] = Registry.serving(target.id, recommendations).map { recommendation in
                [
                    cell, .word("recommendation"), recommendation.name("number", "text"),
                    .text(recommendation.link("body").flatMap { bodies[$0] }), .state(recommendation),
                ]
            }
            let done: [[OverviewCell]] = Registry.serving(target.id, actions).map { action in
                [
                    cell, .word("action"), action.name("code", "text"),
                    .text(action.link("plan").flatMap { plans[$0] }), .state(action),
                ]
            }
            let shown: [[OverviewCell]] = (target.id == Registry.targetOfVictims ? releases : []).map { release in
                [
                    cell, .word("figures"), .text(release.text("table"), record: release.record),
                    .number(release.given("number")), .state(release),
                ]
            }
            let all = served + done + shown
            return all.isEmpty ? [[cell, .flag("nothing-mapped"), .empty, .empty, .empty]] : all
        }
        return OverviewTable(["target", "kind", "what", "part-of", "state"], rows)
    }

    /// Target 16.2, whose indicator 16.2.2 counts victims.
    private static let targetOfVictims = "16.2"

    /// Whether a release holds indicator 16.2.2: victims by the forms in which the United Nations ask for them.
    private static func holdsTargetFigures(_ release: RecordState) -> Bool {
        release.text("table") == "registered-victims-by-year-sex-age-group-unodc-form"
    }

    private static func serving(_ target: String, _ records: [RecordState]) -> [RecordState] {
        records.filter { if case .codes(let codes)? = $0.fields["targets"] { codes.contains(target) } else { false } }
    }
}

extension RecordState {
    fileprivate func name(_ number: String, _ words: String) -> OverviewCell {
        .text([text(number), text(words)].compactMap(\.self).joined(separator: " "), record: record)
    }
}
