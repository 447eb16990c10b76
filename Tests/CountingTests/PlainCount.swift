import Mechanisms
import Vocabulary

/// Persons counted from the story by the rules as they are written down, without columns, cubes or numbers for codes:
/// slow and plain, to compare the engine with.
struct PlainCount {
    private var records: [RecordID: RecordState] = [:]
    private var order: [RecordID] = []

    init(_ story: Story) {
        for event in story.events {
            let id = event.draft.record
            if records[id] == nil {
                records[id] = RecordState(opening: event.draft)
                order.append(id)
            } else {
                records[id]?.apply(event.draft)
            }
        }
    }

    /// Persons a year, by year: those with an episode in one of `states` that is not smuggling alone.
    func personsByYear(in states: Set<String>) -> [String: Int] {
        var years: [RecordID: Set<String>] = [:]
        for episode in of("status-episode") where states.contains(episode.state) {
            guard case .link(let person)? = episode.fields["person"], phenomenon(of: episode) != "smuggling" else {
                continue
            }
            let year: String
            if case .period(let registered)? = episode.fields["registered-on"] {
                year = String(registered.description.prefix(4))
            } else {
                year = "not-reported"
            }
            years[representative(of: person), default: []].insert(year)
        }
        var counts: [String: Int] = [:]
        for found in years.values {
            // A record without a date is somebody already counted, where there is a date at all.
            for year in found where year != "not-reported" || found.count == 1 { counts[year, default: 0] += 1 }
        }
        return counts
    }

    private func phenomenon(of episode: RecordState) -> String? {
        guard case .link(let incident)? = episode.fields["incident"],
            case .code(let phenomenon)? = records[incident]?.fields["phenomenon"]
        else { return nil }
        return phenomenon
    }

    private func of(_ mechanism: String) -> [RecordState] {
        order.compactMap { records[$0] }.filter { $0.mechanism == mechanism }
    }

    /// The smallest id among all that are reached over links in force.
    private func representative(of person: RecordID) -> RecordID {
        var reached: Set<RecordID> = [person]
        var grew = true
        while grew {
            grew = false
            for link in of("same-person") where link.state == "asserted" {
                guard case .link(let first)? = link.fields["first"], case .link(let second)? = link.fields["second"],
                    reached.contains(first) != reached.contains(second)
                else { continue }
                reached.formUnion([first, second])
                grew = true
            }
        }
        return reached.min() ?? person
    }
}
