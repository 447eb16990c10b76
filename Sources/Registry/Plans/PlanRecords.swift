import Access
import Ledger
package import Mechanisms
package import Vocabulary

/// The records of one plan as they were on a day: what takes effect later is not there yet.
package struct PlanRecords: Sendable {
    package let plan: RecordState
    /// By mechanism, in the order in which they were opened.
    private let records: [String: [RecordState]]
    /// What is about an action, by mechanism and action: a plan may have thousands.
    private let aboutActions: [String: [RecordID: [RecordState]]]
    /// The last day on which something of it took effect.
    package let lastChange: CalendarDate

    /// The events of a record, the first one first, with no field above a ceiling.
    struct History {
        let drafts: [EventDraft]
        /// Where the record stands among those that were opened before it and after it.
        let place: Int64

        /// - Parameter shown: The names of fields that stay; nil for all of them.
        init(_ events: [Event], showing shown: Set<String>?) {
            place = events.first?.sequence ?? 0
            guard let shown else {
                drafts = events.map(\.draft)
                return
            }
            drafts = events.map { event in
                let draft = event.draft
                return EventDraft(
                    mechanism: draft.mechanism, record: draft.record, version: draft.version, kind: draft.kind,
                    state: draft.state, changes: draft.changes.filter { shown.contains($0.key) },
                    effective: draft.effective)
            }
        }

        /// The fields of a mechanism up to a level; nil where that is all of them.
        static func shown(of mechanism: Mechanism, upTo ceiling: Sensitivity) -> Set<String>? {
            let shown = mechanism.fields.filter { $0.sensitivity <= ceiling }
            return shown.count == mechanism.fields.count ? nil : Set(shown.map(\.name))
        }
    }

    /// - Parameters:
    ///   - histories: Of the records that belong to the plan, in any order.
    ///   - day: Nil for all that there is.
    /// - Returns: Nil where the plan was not in force on the day.
    init?(plan: History, histories: [History], asOf day: CalendarDate?) {
        guard let state = RecordState(folding: plan.drafts, asOf: day) else { return nil }
        self.plan = state
        let states = histories.sorted { $0.place < $1.place }.compactMap {
            RecordState(folding: $0.drafts, asOf: day)
        }
        records = Dictionary(grouping: states, by: \.mechanism)
        var aboutActions: [String: [RecordID: [RecordState]]] = [:]
        for state in states {
            for action in (state.fields["action"] ?? state.fields["actions"])?.linked ?? [] {
                aboutActions[state.mechanism, default: [:]][action, default: []].append(state)
            }
        }
        self.aboutActions = aboutActions
        lastChange = ([plan] + histories).flatMap(\.drafts).map(\.effective.start).max() ?? state.effective.start
    }

    func all(_ name: String) -> [RecordState] { records[name] ?? [] }

    package var parts: [RecordState] { all("plan-part").filter { $0.state == "in-force" } }
    package var actions: [RecordState] { all("plan-action").filter { $0.state != "superseded" } }

    /// Those who answer for an action, in the order in which they were named.
    package func parties(of action: RecordID) -> [RecordState] {
        (aboutActions["action-party"]?[action] ?? []).filter { $0.state != "released" }
    }

    /// All that were ever set for an action, the first one first.
    package func deadlines(of action: RecordID) -> [RecordState] {
        PlanRecords.inOrder(aboutActions["action-deadline"]?[action] ?? [], of: "set-on")
    }

    /// What was reported of an action and not withdrawn, the first one first.
    package func statesOfPlay(of action: RecordID) -> [RecordState] {
        let reported = (aboutActions["state-of-play"]?[action] ?? []).filter { $0.state == "reported" }
        return PlanRecords.inOrder(reported, of: "stands-on")
    }

    /// By the day in a field; of one day, in the order in which they were opened.
    private static func inOrder(_ records: [RecordState], of field: String) -> [RecordState] {
        records.enumerated().sorted {
            ($0.element.day(field), $0.offset) < ($1.element.day(field), $1.offset)
        }.map(\.element)
    }
}

/// Values of a record, by the kind that the book gives their fields.
extension RecordState {
    func text(_ field: String) -> String? { if case .text(let text)? = fields[field] { text } else { nil } }
    func code(_ field: String) -> String? { if case .code(let code)? = fields[field] { code } else { nil } }
    func number(_ field: String) -> Int { if case .integer(let number)? = fields[field] { number } else { 0 } }
    func link(_ field: String) -> RecordID? { fields[field]?.linked.first }

    /// The last day of a period field; the first of all days where it is empty.
    func day(_ field: String) -> CalendarDate { lastDay(field) ?? CalendarDate(daysSinceEpoch: Int32.min / 2) }

    func lastDay(_ field: String) -> CalendarDate? {
        if case .period(let period)? = fields[field] { period.end } else { nil }
    }
}
