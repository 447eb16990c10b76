import Mechanisms
import Vocabulary

/// Persons, incidents and status episodes as an import makes them; the words are the book's, the values mean nothing.
struct SyntheticCountry {
    private var random = SystemRandomNumberGenerator()
    private let hasNames: Bool
    private let organisations: [RecordID]
    private let quarters: [Period]
    private let nationalities = ["AL", "VN", "RO", "GB", "ER", "SD", "IN", "NG", "IR", "CN"]
    private let forms = ["forced-labour", "sexual-exploitation", "criminal-activities", "domestic-servitude"]
    private let names = ["Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Maple", "Oak", "Pine"]

    init(hasNames: Bool) throws {
        self.hasNames = hasNames
        var random = SystemRandomNumberGenerator()
        organisations = (0..<60).map { _ in RecordID(at: Timestamp(milliseconds: 1_700_000_000_000), using: &random) }
        quarters = ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2023-Q1", "2023-Q2"].compactMap { Period($0) }
    }

    /// The four events of one person: registered, exploited, signalled, identified.
    mutating func group(_ place: Int, at moment: Timestamp, origin: Origin) -> [EventDraft] {
        let person = RecordID(at: moment, using: &random)
        let incident = RecordID(at: moment, using: &random)
        let episode = RecordID(at: moment, using: &random)
        let organisation = organisations[place % organisations.count]
        let quarter = quarters[place % quarters.count]
        let form = forms[place % forms.count]
        var about: [String: FieldValue] = [
            "sex": .code(place % 3 == 0 ? "male" : "female"), "gender": .code("unknown"),
            "citizenships": .codes([nationalities[place % nationalities.count]]),
            "primary-language": .code("sq"), "birth-year": .integer(1960 + place % 50),
        ]
        if hasNames {
            about["family-name"] = .text("\(names[place % 10]) \(place)")
            about["given-name"] = .text(names[place / 10 % 10])
            about["birth-date"] = .text("1990-01-02")
        }
        return [
            EventDraft(
                mechanism: "person", record: person, version: 1, kind: "opened", state: "registered", changes: about,
                identityFields: hasNames ? ["family-name", "given-name", "birth-date"] : [],
                person: hasNames ? person : nil, effective: quarter, origin: origin),
            EventDraft(
                mechanism: "incident", record: incident, version: 1, kind: "opened", state: "recorded",
                changes: [
                    "persons": .links([person]), "forms": .codes([form, "other"]), "main-form": .code(form),
                    "countries": .codes(["GB", nationalities[place % nationalities.count]]),
                    "started-on": .period(quarter), "phenomenon": .code("trafficking"),
                ], effective: quarter),
            EventDraft(
                mechanism: "status-episode", record: episode, version: 1, kind: "opened", state: "potential",
                changes: [
                    "person": .link(person), "incident": .link(incident),
                    "registering-organisation": .link(organisation), "referred-by": .link(organisation),
                    "registered-on": .period(quarter), "age-group-at-exploitation": .code("adult"),
                ], effective: quarter),
            EventDraft(
                mechanism: "status-episode", record: episode, version: 2, kind: "identify", state: "identified",
                changes: ["authority": .link(organisation), "decided-on": .period(quarter.next)],
                effective: quarter.next),
        ]
    }
}
