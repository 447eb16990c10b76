import Mechanisms
import NumericMethods
import TestKit
import Vocabulary

/// A ledger made from a seed with everything that makes counting hard: links made and withdrawn, corrections, vague and
/// missing periods, several citizenships and forms, re-qualified incidents, events out of their order of effect.
struct RandomStory {
    private(set) var story = Story()
    private var generator: SeededGenerator
    private var persons: [RecordID] = []
    private var organisations: [RecordID] = []
    private var incidents: [RecordID] = []
    private var episodes: [RecordID] = []
    private var links: [RecordID] = []

    private static let states = [
        "signalled", "potential", "presumed", "identified", "not-identified", "declined", "withdrawn",
    ]
    private static let periods = [
        "2022", "2023", "2022-Q4", "2023-Q1", "2023-Q2", "2023-02", "2023-02-14", "2023-05-30", "2023-11-02", nil,
    ]

    init(seed: UInt64, steps: Int) {
        generator = SeededGenerator(seed: seed)
        organisations = (0..<4).map {
            story.organisation("Office \($0)", kind: $0 % 2 == 0 ? "ngo" : "law-enforcement")
        }
        for _ in 0..<steps { step() }
    }

    private mutating func step() {
        switch pick(12) {
        case 0, 1: persons.append(story.person(some(["female", "male", "unknown", "odd", nil]), citizenships()))
        case 2, 3: incidents.append(incident())
        case 4, 5, 6: register()
        case 7: link()
        case 8: withdraw()
        case 9: correct()
        case 10: decide()
        default: requalify()
        }
    }

    private mutating func register() {
        guard let person = any(persons) else { return }
        let organisation = some([true, true, true, false]) ? any(organisations) : nil
        episodes.append(
            story.episode(
                person, by: organisation, some(RandomStory.states), on: some(RandomStory.periods),
                incident: any(incidents), age: some(["child", "adult", "unknown", nil])))
        if pick(4) == 0, let earlier = any(episodes), let later = episodes.last, earlier != later {
            story.open("re-trafficking", "recorded", ["episode": .link(later), "earlier-episode": .link(earlier)])
        }
    }

    private mutating func incident() -> RecordID {
        let forms = ["sexual-exploitation", "forced-labour", "child-labour", "organ-removal", "unknown", "odd"]
        let chosen = forms.filter { _ in pick(3) == 0 }
        return story.incident(
            persons.filter { _ in pick(6) == 0 }, forms: pick(5) == 0 ? nil : chosen,
            main: chosen.isEmpty || pick(2) == 0 ? nil : chosen[0],
            phenomenon: some(["trafficking", "smuggling", "both", "undetermined", nil]),
            started: some(RandomStory.periods))
    }

    private mutating func link() {
        guard let first = any(persons), let second = any(persons), first != second else { return }
        links.append(story.same(first, second))
    }

    private mutating func withdraw() {
        guard let link = any(links) else { return }
        story.change(link, "same-person", "withdrawn")
    }

    private mutating func correct() {
        guard let person = any(persons) else { return }
        story.change(person, "person", "registered", ["citizenships": .codes(citizenships() ?? ["GB"])])
    }

    private mutating func decide() {
        guard let episode = any(episodes) else { return }
        let effective = some(RandomStory.periods) ?? "2023-12-31"
        story.change(episode, "status-episode", some(RandomStory.states), on: effective)
    }

    private mutating func requalify() {
        guard let incident = any(incidents) else { return }
        story.change(incident, "incident", "recorded", ["phenomenon": .code(some(["trafficking", "smuggling"]))])
    }

    private mutating func citizenships() -> [String]? {
        let all = ["AL", "FR", "GB", "NG", "unknown", "stateless", "odd"].filter { _ in pick(4) == 0 }
        return all.isEmpty ? nil : all
    }

    private mutating func pick(_ count: Int) -> Int { Int(generator.next() % UInt64(count)) }
    private mutating func some<Value>(_ values: [Value]) -> Value { values[pick(values.count)] }
    private mutating func any(_ records: [RecordID]) -> RecordID? {
        records.isEmpty ? nil : records[pick(records.count)]
    }
}
