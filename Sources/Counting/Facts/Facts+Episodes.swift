import Mechanisms
import Vocabulary

/// Status episodes: the one record whose history of states is kept beside its latest fields.
extension Facts {
    mutating func fold(episode draft: EventDraft) {
        let mechanism = "status-episode"
        let row = episodes.open(draft.record)
        let changes = draft.changes
        if let value = changes["person"] { episodes.person[row] = person(value, mechanism, "person") }
        if let value = changes["incident"] {
            episodes.incident[row] = link(value, mechanism, "incident").map { Int32(incidents.place(of: $0)) } ?? -1
        }
        if let value = changes["registering-organisation"] {
            episodes.registeringOrganisation[row] = organisation(value, mechanism, "registering-organisation")
        }
        if let value = changes["referred-by"] {
            episodes.referredBy[row] = organisation(value, mechanism, "referred-by")
        }
        if let value = changes["registered-on"] {
            episodes.registeredOn[row] = packed(value, mechanism, "registered-on")
        }
        if let value = changes["age-group-at-exploitation"] {
            episodes.ageAtExploitation[row] = code(value, in: lists.ageGroups, mechanism, "age-group-at-exploitation")
        }
        if let value = changes["age-group-at-identification"] {
            episodes.ageAtIdentification[row] = code(
                value, in: lists.ageGroups, mechanism, "age-group-at-identification")
        }
        enter(draft, row)
    }

    /// The date of a decision belongs to the state that the same event entered, or to the present one where a later
    /// event corrects it: a conclusive decision must not inherit the date of the reasonable-grounds decision before it.
    private mutating func enter(_ draft: EventDraft, _ row: Int) {
        guard let status = StatusCode(name: draft.state) else {
            note("status-episode", "state")
            episodes.status[row] = CodePlace.unlisted
            return
        }
        let state = Int(status.rawValue)
        let isNew = episodes.status[row] != status.rawValue
        episodes.status[row] = status.rawValue
        if let value = draft.changes["decided-on"] {
            episodes.enteredOn[state][row] = packed(value, "status-episode", "decided-on")
        } else if isNew {
            episodes.enteredOn[state][row] = PackedPeriod(draft.effective).bits
        }
    }
}
