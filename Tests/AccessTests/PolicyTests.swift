import Access
import Testing
import Vocabulary

@Suite struct PolicyTests {
    private let policy = Policy()
    private let house = RecordID(high: 1, low: 1)

    private func ceiling(
        _ function: FunctionKind, _ action: Action, _ matter: Matter, _ relations: Set<Relation> = [],
        isClosed: Bool = false, for purpose: Purpose? = nil
    ) -> Sensitivity? {
        let actor = Actor(account: "a", function: function, organisation: house)
        let target = Target(matter, relations: relations, isClosed: isClosed)
        return try? policy.decide(actor, action, on: target, for: purpose ?? function.purpose).get().ceiling
    }

    @Test(arguments: Relation.allCases)
    func aRapporteurReadsFactsAndNeverAnIdentityWhateverTheRelation(relation: Relation) {
        for action in Action.allCases where action.isAboutRecords {
            for matter in Matter.allCases where ceiling(.rapporteur, action, matter, [relation]) != nil {
                #expect(ceiling(.rapporteur, action, matter, [relation]) == .open, "\(action) \(matter)")
            }
        }
        #expect(ceiling(.rapporteur, .write, .victims, [relation]) == nil)
        #expect(ceiling(.rapporteur, .search, .victims, [relation]) == nil)
    }

    @Test(arguments: Relation.allCases)
    func aCoordinatorActsAndSeesNoVictim(relation: Relation) {
        for action in Action.allCases {
            #expect(ceiling(.coordinator, action, .victims, [relation]) == nil)
            #expect(ceiling(.coordinator, action, .sharing, [relation]) == nil)
        }
        #expect(ceiling(.coordinator, .write, .network) == .restricted)
        #expect(ceiling(.rapporteur, .write, .network) == nil)
    }

    @Test func thePublicReadsReleasesAndNothingElse() {
        let allowed = Action.allCases.filter { action in
            Matter.allCases.contains { ceiling(.public, action, $0, Set(Relation.allCases)) != nil }
        }
        #expect(allowed == [.readRelease])
    }

    @Test(arguments: Relation.allCases)
    func whoKeepsTheMachineReadsNoVictim(relation: Relation) {
        for action in Action.allCases where action != .load {
            #expect(ceiling(.systemOperator, action, .victims, [relation]) == nil)
        }
    }

    @Test func nobodyElseLoadsTheRegister() {
        for matter in Matter.allCases {
            let loading = FunctionKind.allCases.filter { ceiling($0, .load, matter) != nil }
            #expect(
                loading
                    == ([.protectionOfData, .register].contains(matter) ? [] : [.systemOperator]))
        }
    }

    @Test(arguments: FunctionKind.allCases)
    func withoutARelationNobodyReadsAnythingPersonalOfAVictim(function: FunctionKind) {
        for purpose in Purpose.allCases {
            for action in [Action.read, .list, .search, .write, .export] {
                let reached = ceiling(function, action, .victims, [], for: purpose)
                #expect(reached == nil || (reached == .open && function == .rapporteur))
            }
        }
    }

    @Test func aShareByConsentIsNotForAnInvestigation() {
        #expect(ceiling(.competentAuthority, .read, .victims, [.sharedByConsent], for: .investigation) == nil)
        #expect(ceiling(.competentAuthority, .read, .victims, [.sharedByLaw], for: .investigation) == .restricted)
    }

    @Test(arguments: [Relation.sharedByConsent, .sharedByLaw])
    func whatIsSharedDoesNotOutliveTheWork(relation: Relation) {
        for function in FunctionKind.allCases where function != .rapporteur {
            #expect(ceiling(function, .read, .victims, [relation], isClosed: true) == nil)
        }
        #expect(ceiling(.caseworker, .read, .victims, [relation, .own], isClosed: true) == .identity)
    }

    @Test func aReachIsTheDecisionForEveryRelation() throws {
        for function in FunctionKind.allCases {
            let actor = Actor(account: "a", function: function, organisation: house)
            for action in Action.allCases {
                let reach = policy.reach(of: actor, action, .victims, for: function.purpose)
                for relation in Relation.allCases {
                    let decided = try? policy.decide(
                        actor, action, on: Target(.victims, relations: [relation]), for: function.purpose
                    ).get()
                    #expect(reach.clause(for: [relation], isClosed: false)?.rule == decided?.rule)
                }
            }
        }
    }

    @Test func aFilterNeedsAReachThatShowsItsField() {
        let actor = Actor(account: "a", function: .rapporteur, organisation: nil)
        let reach = policy.reach(of: actor, .list, .victims, for: .statistics)
        #expect(reach.grant != nil)
        #expect(reach.showing(.restricted).grant == nil)
    }

    @Test func noTwoRowsHaveOneNameAndEachGivesSomething() {
        #expect(Set(policy.rows.map(\.name)).count == policy.rows.count)
        #expect(policy.rows.allSatisfy { !$0.actions.isEmpty && !$0.relations.isEmpty && !$0.matters.isEmpty })
    }

    @Test func aRefusalSaysWhoMayNotDoWhatAndWhomToAsk() {
        let refusal = AccessRefusal.notPermitted(function: .public, action: .erase, purpose: .publication)
        #expect(refusal.code == "A101")
        #expect(refusal.message.contains("erase"))
        #expect(refusal.message.contains("Ask"))
    }

    @Test(arguments: [Relation.sharedByConsent, .sharedByLaw, .supervised, .emergency, .none])
    func onlyTheirOwnersSayWhoElseReachesRecords(relation: Relation) {
        for function in FunctionKind.allCases {
            // Whom a questionnaire is put to says whoever asks: nothing of a person is in it.
            for matter in Matter.allCases {
                let asks = matter == .questionnaires && function == .coordinator
                #expect((ceiling(function, .share, matter, [relation]) != nil) == asks)
            }
        }
        #expect(ceiling(.caseworker, .share, .victims, [.ownOrganisation]) != nil)
    }

    @Test func aTokenReachesNoMechanismAndNoActionThatItDoesNotName() {
        let actor = Actor(account: "a", function: .caseworker, organisation: house)
        func allows(_ scope: Scope?, _ action: Action, _ mechanism: String?) -> Bool {
            let target = Target(.sharing, of: mechanism, relations: [.own])
            return (try? policy.decide(actor.within(scope), action, on: target, for: .protection).get()) != nil
        }
        #expect(allows(nil, .read, "task") && allows(nil, .write, "task"))
        #expect(allows(.readOnly(mechanisms: ["task"]), .read, "task"))
        #expect(!allows(.readOnly(mechanisms: ["task"]), .read, "case-entry"))
        #expect(!allows(.readOnly(mechanisms: ["task"]), .read, nil))
        #expect(!allows(.readOnly(mechanisms: ["task"]), .write, "task"))
        #expect(!allows(Scope(actions: [], mechanisms: nil), .read, "task"))
    }
}
