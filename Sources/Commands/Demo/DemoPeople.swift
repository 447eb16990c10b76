import Access
import Intake
import Mechanisms
import NumericMethods
import Registry
import Vocabulary

/// The persons of the demo country with their cases, incidents and histories, as commands drawn from a seed.
struct DemoPeople {
    /// What one person's group of records made.
    struct Made {
        let person: RecordID
        let caseFile: RecordID
        let episode: RecordID
        let registeredOn: CalendarDate
        let house: Int
        /// What the person was registered with.
        let changes: [String: FieldValue]
    }

    let book: Book
    let clock: DemoClock
    private(set) var made: [Made] = []
    private var random: SeededGenerator

    init(book: Book, clock: DemoClock, seed: UInt64) {
        self.book = book
        self.clock = clock
        random = SeededGenerator(seed: seed)
    }

    static func opening(of mechanism: String, _ book: Book) -> String {
        book.mechanism(mechanism)?.transitions.first { $0.opensRecord }?.name ?? "open"
    }

    /// One person with everything that is known on the first day; all of it belongs to the body of `actor`.
    ///
    /// `known` is the record that another body has of that person, and shares with this one.
    mutating func group(
        _ row: Int, house: Int, actor: Actor, authority: RecordID, known: Made? = nil
    ) -> RowCommands {
        let moment = OpenRegister.clock()
        func id() -> RecordID { RecordID(at: moment, using: &random) }
        let (person, caseFile, member, incident, episode) = (id(), id(), id(), id(), id())
        let day = clock.day(-Int.random(in: 0...900, using: &random))
        let changes = known.map { again($0) } ?? (row % 30 == 29 ? againChanges(house) : personChanges())
        made.append(
            Made(
                person: person, caseFile: caseFile, episode: episode, registeredOn: day, house: house,
                changes: changes))
        var commands = [
            command("person", person, changes, day),
            command("case", caseFile, caseChanges(row, actor, day), day),
            command(
                "case-person", member, ["case": .link(caseFile), "person": .link(person), "role": .code("victim")], day),
            command("incident", incident, incidentChanges(caseFile, person, day), day),
        ]
        var episodeChanges: [String: FieldValue] = [
            "person": .link(person), "incident": .link(incident), "authority": .link(authority),
            "registered-on": .period(.day(day)),
            "age-group-at-exploitation": .code(draw(["adult", "adult", "adult", "child", "unknown"])),
            "age-group-at-identification": .code(draw(["adult", "adult", "adult", "child"])),
        ]
        episodeChanges["registering-organisation"] = actor.organisation.map(FieldValue.link)
        commands.append(
            Command(
                mechanism: "status-episode", record: episode,
                transition: "open-as-\(draw(["signalled", "potential", "potential"]))",
                changes: episodeChanges, effective: .day(day)))
        if let known { commands.append(sameAs(known, person, day)) }
        commands += work(caseFile, actor, day)
        return RowCommands(row: row, commands: commands)
    }

    /// Entries and tasks, some of them overdue, for the posts of the body.
    private mutating func work(_ caseFile: RecordID, _ actor: Actor, _ day: CalendarDate) -> [Command] {
        let moment = OpenRegister.clock()
        var commands: [Command] = []
        if chance(40) {
            let due = clock.day(Int.random(in: -20...40, using: &random))
            var changes: [String: FieldValue] = [
                "title": .text(
                    draw([
                        "Plan the next meeting", "Ask for an interpreter", "Check the residence permit",
                        "Call the lawyer",
                    ])),
                "about": .link(caseFile), "due-on": .period(.day(due)),
            ]
            changes["assigned-to"] = actor.post.map(FieldValue.link)
            commands.append(command("task", RecordID(at: moment, using: &random), changes, day))
        }
        if chance(30) {
            commands.append(
                command(
                    "case-entry", RecordID(at: moment, using: &random),
                    [
                        "case": .link(caseFile), "happened-on": .period(.day(day)),
                        "text": .text("First conversation; an interpreter was present."),
                        "disclosure": .code(draw(["ask-first", "never", "may-go"])),
                    ], day))
        }
        return commands
    }

    /// Somebody whom the same body knows already, written down as if for the first time: as it was, with a slip, or without
    /// what was not asked for.
    private mutating func againChanges(_ house: Int) -> [String: FieldValue] {
        let earlier = made.suffix(200).filter { $0.house == house }
        guard !earlier.isEmpty else { return personChanges() }
        return again(earlier[Int.random(in: 0..<earlier.count, using: &random)])
    }

    /// Somebody whom a body of another kind met before: of the persons of later bodies about one in ten.
    mutating func metElsewhere(than house: Int) -> Made? {
        guard !made.isEmpty, chance(12) else { return nil }
        let earlier = made[Int.random(in: made.indices, using: &random)]
        return DemoPlan.houses[earlier.house].kind == DemoPlan.houses[house].kind ? nil : earlier
    }

    private mutating func sameAs(_ known: Made, _ person: RecordID, _ day: CalendarDate) -> Command {
        command(
            "same-person", RecordID(at: OpenRegister.clock(), using: &random),
            [
                "first": .link(known.person), "second": .link(person),
                "basis": .text("She showed the letter of the office that met her first."),
            ], day)
    }

    /// As somebody was written down before: the same, with a slip, or without what was not asked for.
    private mutating func again(_ earlier: Made) -> [String: FieldValue] {
        var changes = earlier.changes
        switch Int.random(in: 0..<4, using: &random) {
        case 0: break
        case 1: changes["given-name"] = changes["given-name"].map { slipped($0) }
        case 2: changes["family-name"] = changes["family-name"].map { slipped($0) }
        default: (changes["birth-year"], changes["given-name"]) = (nil, changes["given-name"].map { slipped($0) })
        }
        return changes
    }

    /// With one letter left out.
    private mutating func slipped(_ value: FieldValue) -> FieldValue {
        guard case .text(var name) = value, name.count > 3 else { return value }
        name.remove(at: name.index(name.startIndex, offsetBy: Int.random(in: 1..<name.count, using: &random)))
        return .text(name)
    }

    private mutating func personChanges() -> [String: FieldValue] {
        var changes: [String: FieldValue] = [
            "given-name": .text(DemoWords.word(&random)), "family-name": .text(DemoWords.word(&random)),
            "sex": .code(draw(["female", "female", "female", "male", "male", "other", "unknown"])),
            "citizenships": .codes([draw(["NG", "VN", "AL", "RO", "BR", "UA", "MA", "CN", "IN", "unknown"])]),
        ]
        if chance(70) {
            changes["primary-language"] = .code(draw(["eng", "fra", "por", "ara", "vie", "sqi", "ron", "ukr"]))
        }
        if chance(60) { changes["birth-year"] = .integer(Int.random(in: 1965...2012, using: &random)) }
        return changes
    }

    private mutating func caseChanges(_ row: Int, _ actor: Actor, _ day: CalendarDate) -> [String: FieldValue] {
        var changes: [String: FieldValue] = [
            "reference": .text("D-\(String(row + 10_000).dropFirst())"), "phenomenon": .code("trafficking"),
            "opened-on": .period(.day(day)),
        ]
        changes["owner"] = actor.organisation.map(FieldValue.link)
        changes["responsible"] = actor.post.map(FieldValue.link)
        return changes
    }

    private mutating func incidentChanges(
        _ caseFile: RecordID, _ person: RecordID, _ day: CalendarDate
    ) -> [String: FieldValue] {
        let form = draw([
            "sexual-exploitation", "sexual-exploitation", "forced-labour", "forced-labour", "domestic-servitude",
            "forced-begging", "criminal-activities",
        ])
        return [
            "case": .link(caseFile), "persons": .links([person]), "forms": .codes([form]), "main-form": .code(form),
            "phenomenon": .code("trafficking"),
            "started-on": .period(.day(day.adding(days: -Int.random(in: 30...700, using: &random)))),
        ]
    }

    private func command(
        _ mechanism: String, _ record: RecordID, _ changes: [String: FieldValue], _ day: CalendarDate
    ) -> Command {
        Command(
            mechanism: mechanism, record: record, transition: DemoPeople.opening(of: mechanism, book), changes: changes,
            effective: .day(day))
    }

    /// One of them.
    mutating func draw(_ words: [String]) -> String { words[Int.random(in: 0..<words.count, using: &random)] }

    /// Whether something of so many in a hundred happens.
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
}
