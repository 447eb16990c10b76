import Access
import Ledger
import Mechanisms

/// A handful of mechanisms in which every kind of standing, filter and due date comes up once.
enum SmallBook {
    static let mechanisms = [organisation, consent, share, person, caseFile, episode, glass]
    static let rules = ProjectionRules(mechanisms)

    static let organisation = Mechanism(
        "organisation", chapter: .network, serves: [], fields: [.text("name"), .code("kind", list: "kinds")],
        states: ["active"], listedBy: ["name", "kind"], transitions: [])

    static let consent = Mechanism(
        "consent", chapter: .sharing, serves: [], fields: [.link("person", to: "person"), .period("until")],
        states: ["given", "withdrawn"], closedStates: ["withdrawn"], listedBy: ["person"], dueFields: ["until"],
        transitions: [])

    static let share = Mechanism(
        "share", chapter: .sharing, serves: [],
        fields: [
            .links("records", to: Field.anyMechanism), .link("receiver", to: "organisation"),
            .code("basis", list: "bases"), .link("consent", to: "consent"), .period("expires-on"),
        ],
        states: ["offered", "withdrawn"], closedStates: ["withdrawn"],
        standings: [
            Standing(
                .organisation(field: "receiver"), .onBasis(field: "basis", consent: "consent"),
                toLinked: ["records"], whileIn: ["offered"], until: "expires-on")
        ],
        listedBy: ["receiver", "basis", "expires-on"], dueFields: ["expires-on"], transitions: [])

    static let person = Mechanism(
        "person", chapter: .register, serves: [], subject: .itself,
        fields: [.identity("family-name"), .code("sex", list: "sexes"), .codes("citizenships", list: "countries")],
        states: ["registered", "closed"], closedStates: ["closed"], listedBy: ["sex", "citizenships"], transitions: [])

    static let caseFile = Mechanism(
        "case", chapter: .register, serves: [], owner: "owner",
        fields: [
            .text("reference", .restricted), .link("owner", to: "organisation"),
            .link("responsible", to: "function"), .period("opened-on"),
        ],
        states: ["open", "closed"], closedStates: ["closed"],
        standings: [Standing(.post(field: "responsible"), .on(.own))],
        listedBy: ["reference", "opened-on", "responsible"], transitions: [])

    static let episode = Mechanism(
        "status-episode", chapter: .register, serves: [], subject: .person(field: "person"),
        owner: "registering-organisation",
        fields: [
            .link("person", to: "person"), .link("registering-organisation", to: "organisation"),
            .link("authority", to: "organisation"), .period("registered-on"), .period("appeal-until"),
        ],
        states: ["potential", "identified"],
        standings: [
            Standing(
                .organisation(field: "registering-organisation"), .on(.ownOrganisation), toItself: false,
                toLinked: ["person"]),
            Standing(.organisation(field: "authority"), .on(.sharedByLaw), toLinked: ["person"]),
        ],
        listedBy: ["person", "registered-on"], dueFields: ["appeal-until"], transitions: [])

    static let glass = Mechanism(
        "break-glass", chapter: .dataProtection, serves: [],
        fields: [.link("about", to: Field.anyMechanism)],
        states: ["broken", "accepted"], closedStates: ["accepted"],
        standings: [Standing(.author, .on(.emergency), toItself: false, toLinked: ["about"], hours: 3)],
        listedBy: ["about"], transitions: [])
}
