import Access
import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

/// Two states in one register: Alpha has officers and a post that releases them, Beta asks.
struct CooperationHouse {
    let house: QuestionnaireRegister
    let release: Actor
    let planner: Actor
    let asker: Actor

    var registry: Registry { house.registry }
    var people: InterfacePeople { house.register.people }

    init() throws {
        let house = try QuestionnaireRegister()
        self.house = house
        let people = house.register.people
        func actor(_ account: String, _ kind: FunctionKind, _ organisation: RecordID) throws -> Actor {
            let post = try house.take(
                "open", "function", nil,
                [
                    "organisation": .link(organisation), "kind": .code(kind.rawValue),
                    "title": .text("Desk of \(account)"),
                ])
            return Actor(account: account, function: kind, organisation: organisation, post: post)
        }
        planner = people.authorityOfAlpha
        release = try actor("release-of-alpha", .liaisonOfficer, people.alpha)
        asker = try actor("liaison-of-beta", .liaisonOfficer, people.beta)
        try house.take("correct", "organisation", people.alpha, ["country": .code("PT")])
    }

    /// What of an officer there is, as Alpha's planner enters it.
    @discardableResult
    func officer(
        _ handle: String, fluent: [String] = [], basic: [String] = [], skills: [String] = [], days: Int = 30
    ) throws -> RecordID {
        try house.take(
            "enter", "officer-skill", nil,
            [
                "handle": .text(handle), "released-by": .link(#require(release.post)), "fluent": .codes(fluent),
                "basic": .codes(basic), "skills": .codes(skills),
                "available-until": .period(.day(house.today.adding(days: days))),
            ], by: planner)
    }

    func matches(
        _ language: String?, fluent: Bool = false, _ skill: String? = nil, by actor: Actor? = nil
    ) throws -> [SkillMatch] {
        let question = try #require(SkillQuestion(language: language, mustBeFluent: fluent, skill: skill))
        return try registry.skillMatches(question, on: house.today, Asking(actor ?? asker))
    }

    @discardableResult
    func ask(_ more: [String: FieldValue] = [:]) throws -> RecordID {
        let changes: [String: FieldValue] = [
            "kind": .code("officer"), "asked": .link(try #require(release.post)), "organisation": .link(people.beta),
            "languages": .codes(["yor"]), "need": .text("somebody who can listen to what was recorded"),
            "until": .period(.day(house.today.adding(days: 10))),
            "answer-by": .period(.day(house.today.adding(days: 5))),
        ]
        return try house.take("ask", "cooperation-request", nil, changes.merging(more) { $1 }, by: asker)
    }

    /// The codes of a refusal, none where nothing was refused.
    func codes(_ work: () throws -> Void) throws -> [String] {
        do {
            try work()
            return []
        } catch let refusal as Refusal { return refusal.problems.map(\.code) }
    }

    func mayRead(_ record: RecordID, _ actor: Actor) -> Bool {
        (try? registry.read(record, Asking(actor))) != nil
    }
}
