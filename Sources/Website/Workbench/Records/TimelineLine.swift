import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// One thing that happened to a record, in words.
struct TimelineLine: Sendable {
    let moment: String
    let machineMoment: String
    let who: String
    let what: String
    let isAccess: Bool
    let lines: [RecordPageLine]
    let hasLines: Bool
    let reason: String
    let hasReason: Bool

    init(_ entry: TimelineEntry, of mechanism: Mechanism, _ names: Names, _ wording: Wording) {
        moment = wording.moment(entry.recordedAt)
        machineMoment = entry.recordedAt.description
        let post = wording.function(entry.function)
        let house =
            entry.organisation.map { wording.filled("timeline.of", ["post": post, "organisation": $0]) } ?? post
        who = entry.account.map { wording.filled("timeline.account", ["who": house, "account": $0]) } ?? house
        switch entry.what {
        case .changed(let name, let state, let version, let fields, let reason):
            let step = mechanism.transition(name).map { wording.step(mechanism, $0) } ?? name
            what = wording.filled(
                "timeline.step",
                ["step": step, "state": wording.state(mechanism, state), "version": wording.texts.digits(version)])
            isAccess = false
            lines = fields.map { RecordPageLine.line($0, mechanism, names, wording) }
            self.reason = reason.map { wording.filled("timeline.reason", ["reason": $0]) } ?? ""
        case .accessed(let kind):
            what = wording.access(kind)
            isAccess = true
            lines = []
            reason = ""
        }
        hasLines = !lines.isEmpty
        hasReason = !reason.isEmpty
    }
}

/// Neighbouring entries of a timeline: one change, or accesses in a row, which fold where they are many.
struct TimelineGroup: Sendable {
    let lines: [TimelineLine]
    let isFolded: Bool
    let summary: String

    static let mostUnfolded = 3
    /// Readings that a page shows: a record at the top of a list is seen a thousand times a day.
    static let mostReadings = 50

    static func groups(_ lines: [TimelineLine], _ wording: Wording) -> [TimelineGroup] {
        lines.reduce(into: [[TimelineLine]]()) { groups, line in
            if line.isAccess, groups.last?.last?.isAccess == true {
                groups[groups.count - 1].append(line)
            } else {
                groups.append([line])
            }
        }.map { lines in
            TimelineGroup(
                lines: lines, isFolded: lines.count > mostUnfolded,
                summary: wording.counted("timeline.accesses", lines.count))
        }
    }
}

extension Wording {
    /// What the ledger calls an access, in words; its own name where there are none.
    func access(_ kind: String) -> String {
        texts.text("workbench.timeline.\(kind)") ?? texts.text("protection.kinds.\(kind)") ?? kind
    }
}
