import Mechanisms
import Vocabulary

/// Folding one event into the table of its mechanism; field names are those of the book.
extension Facts {
    mutating func fold(person draft: EventDraft) {
        let row = persons.open(draft.record)
        if let value = draft.changes["sex"] { persons.sex[row] = code(value, in: lists.sexes, "person", "sex") }
        if let value = draft.changes["citizenships"] {
            let members = codes(value, in: lists.countries, "person", "citizenships")
            persons.citizenships[row] = persons.citizenshipSets.place(of: members)
        }
    }

    mutating func fold(organisation draft: EventDraft) {
        let row = organisations.open(draft.record)
        if case .text(let name)? = draft.changes["name"] { organisations.name[row] = name }
        if let value = draft.changes["kind"] {
            organisations.kind[row] = code(value, in: lists.organisationKinds, "organisation", "kind")
        }
        if case .boolean(let registers)? = draft.changes["registers"] {
            organisations.registers[row] = registers ? 1 : 0
        }
        organisations.isDissolved[row] = draft.state == "dissolved" ? 1 : 0
    }

    mutating func fold(case draft: EventDraft) {
        let row = cases.open(draft.record)
        if let value = draft.changes["owner"] { cases.owner[row] = organisation(value, "case", "owner") }
        if let value = draft.changes["phenomenon"] {
            cases.phenomenon[row] = code(value, in: lists.phenomena, "case", "phenomenon")
        }
        if let value = draft.changes["opened-on"] { cases.openedOn[row] = packed(value, "case", "opened-on") }
    }

    mutating func fold(casePerson draft: EventDraft) {
        let row = casePersons.open(draft.record)
        if let value = draft.changes["case"] { casePersons.file[row] = file(value, "case-person", "case") }
        if let value = draft.changes["person"] { casePersons.person[row] = person(value, "case-person", "person") }
        if case .code(let role)? = draft.changes["role"] { casePersons.isVictim[row] = role == "victim" ? 1 : 0 }
        casePersons.isOut[row] = draft.state == "out" ? 1 : 0
    }

    mutating func fold(incident draft: EventDraft) {
        let row = incidents.open(draft.record)
        if let value = draft.changes["case"] { incidents.file[row] = file(value, "incident", "case") }
        if let value = draft.changes["persons"] { incidentPersons(value, of: row) }
        if let value = draft.changes["forms"] {
            incidents.forms[row] = codes(value, in: lists.forms, "incident", "forms").reduce(0) { bits, place in
                bits | 1 << UInt64(min(Int(place), CountingLists.formLimit))
            }
        }
        if let value = draft.changes["main-form"] {
            incidents.mainForm[row] = code(value, in: lists.forms, "incident", "main-form")
        }
        if let value = draft.changes["phenomenon"] {
            incidents.phenomenon[row] = code(value, in: lists.phenomena, "incident", "phenomenon")
        }
        if let value = draft.changes["started-on"] {
            incidents.startedOn[row] = packed(value, "incident", "started-on")
        }
        if let value = draft.changes["countries"] {
            let members = codes(value, in: lists.countries, "incident", "countries")
            incidents.countries[row] = incidents.countrySets.place(of: members)
        }
    }

    mutating func fold(routeLeg draft: EventDraft) {
        let row = routeLegs.open(draft.record)
        if let value = draft.changes["incident"] {
            routeLegs.incident[row] = incident(value, "route-leg", "incident")
        }
        if case .integer(let ordinal)? = draft.changes["ordinal"] {
            routeLegs.ordinal[row] = UInt8(clamping: ordinal)
        }
        if let value = draft.changes["from"] {
            routeLegs.from[row] = codes(value, in: lists.countries, "route-leg", "from").first ?? RouteLegFacts.absent
        }
        if let value = draft.changes["to"] {
            routeLegs.to[row] = codes(value, in: lists.countries, "route-leg", "to").first ?? RouteLegFacts.absent
        }
    }

    mutating func fold(samePerson draft: EventDraft) {
        let row = samePersons.open(draft.record)
        if let value = draft.changes["first"] { samePersons.first[row] = person(value, "same-person", "first") }
        if let value = draft.changes["second"] { samePersons.second[row] = person(value, "same-person", "second") }
        samePersons.standing[row] =
            switch draft.state {
            case "asserted": PairFacts.Standing.holds
            case "rejected": PairFacts.Standing.apart
            default: PairFacts.Standing.none
            }
    }

    mutating func fold(retrafficking draft: EventDraft) {
        let row = retrafficking.open(draft.record)
        if let value = draft.changes["episode"] {
            retrafficking.first[row] = episode(value, "re-trafficking", "episode")
        }
        if let value = draft.changes["earlier-episode"] {
            retrafficking.second[row] = episode(value, "re-trafficking", "earlier-episode")
        }
        retrafficking.standing[row] =
            draft.state == "withdrawn" ? PairFacts.Standing.none : PairFacts.Standing.holds
    }

    private mutating func incidentPersons(_ value: FieldValue, of row: Int) {
        guard case .links(let ids) = value else {
            if let one = link(value, "incident", "persons") { incidentPersons(.links([one]), of: row) }
            return
        }
        incidents.personStart[row] = Int32(incidents.personPool.count)
        incidents.personCount[row] = Int32(ids.count)
        for id in ids { incidents.personPool.append(Int32(persons.place(of: id))) }
    }

    mutating func person(_ value: FieldValue, _ mechanism: String, _ field: String) -> Int32 {
        link(value, mechanism, field).map { Int32(persons.place(of: $0)) } ?? -1
    }

    mutating func organisation(_ value: FieldValue, _ mechanism: String, _ field: String) -> Int32 {
        link(value, mechanism, field).map { Int32(organisations.place(of: $0)) } ?? -1
    }

    private mutating func file(_ value: FieldValue, _ mechanism: String, _ field: String) -> Int32 {
        link(value, mechanism, field).map { Int32(cases.place(of: $0)) } ?? -1
    }

    private mutating func incident(_ value: FieldValue, _ mechanism: String, _ field: String) -> Int32 {
        link(value, mechanism, field).map { Int32(incidents.place(of: $0)) } ?? -1
    }

    private mutating func episode(_ value: FieldValue, _ mechanism: String, _ field: String) -> Int32 {
        link(value, mechanism, field).map { Int32(episodes.place(of: $0)) } ?? -1
    }
}
