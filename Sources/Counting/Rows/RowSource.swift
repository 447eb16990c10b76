import Vocabulary

/// Facts joined into rows: an episode with its person, its incident and its case.
struct RowSource {
    let facts: Facts
    let groups: SamePersonGroups
    let traits: PersonTraits
    let forms: FormTable
    let routes: RouteTable

    /// Episodes of a known person.
    func episodes() -> RowDraft {
        var draft = RowDraft()
        let episodes = facts.episodes
        var isRetrafficked = [Bool](repeating: false, count: episodes.index.count)
        for row in facts.retrafficking.first.indices
        where facts.retrafficking.holds(row) && facts.retrafficking.first[row] >= 0 {
            isRetrafficked[Int(facts.retrafficking.first[row])] = true
        }
        for row in 0..<episodes.index.count where episodes.isOpened(row) && episodes.person[row] >= 0 {
            let person = Int(episodes.person[row])
            let incident = Int(episodes.incident[row])
            draft.append(
                group: groups.group[person],
                qualification: Qualification(
                    status: episodes.status[row], phenomenon: phenomenon(ofIncident: incident),
                    isMarked: isRetrafficked[row]),
                registration: episodes.registeredOn[row], identification: episodes.decidedOn(row),
                exploitation: incident >= 0 ? facts.incidents.startedOn[incident] : PackedPeriod.absent.bits,
                sex: traits.sex[person], ageAtExploitation: episodes.ageAtExploitation[row],
                ageAtIdentification: episodes.ageAtIdentification[row], citizenships: traits.citizenships[person],
                forms: incident >= 0 ? forms.numbers[incident] : 0,
                route: incident >= 0 ? routes.numbers[incident] : 0,
                organisation: episodes.registeringOrganisation[row])
        }
        return draft
    }

    /// Persons in incidents, and victims of a case who are in none of its incidents.
    func involvements() -> RowDraft {
        var draft = RowDraft()
        var seen: Set<UInt64> = []
        let incidents = facts.incidents
        for incident in 0..<incidents.index.count where incidents.isOpened(incident) {
            let file = Int(incidents.file[incident])
            for person in incidents.persons(incident) {
                append(person: Int(person), incident: incident, file: file, to: &draft)
                if file >= 0 { seen.insert(UInt64(file) << 32 | UInt64(person)) }
            }
        }
        let members = facts.casePersons
        for row in 0..<members.index.count
        where members.isOpened(row) && members.isVictim[row] == 1 && members.isOut[row] == 0 {
            let (file, person) = (members.file[row], members.person[row])
            guard file >= 0, person >= 0, seen.insert(UInt64(file) << 32 | UInt64(person)).inserted else { continue }
            append(person: Int(person), incident: -1, file: Int(file), to: &draft)
        }
        return draft
    }

    func incidents() -> RowDraft {
        var draft = RowDraft()
        let incidents = facts.incidents
        for row in 0..<incidents.index.count where incidents.isOpened(row) {
            let file = Int(incidents.file[row])
            draft.append(
                group: Int32(row),
                qualification: Qualification(
                    status: Qualification.noStatus, phenomenon: phenomenon(ofIncident: row), isMarked: file >= 0),
                registration: file >= 0 ? facts.cases.openedOn[file] : PackedPeriod.absent.bits,
                exploitation: incidents.startedOn[row], forms: forms.numbers[row], route: routes.numbers[row],
                organisation: file >= 0 ? facts.cases.owner[file] : -1)
        }
        return draft
    }

    func files() -> RowDraft {
        var draft = RowDraft()
        let cases = facts.cases
        for row in 0..<cases.index.count where cases.isOpened(row) {
            draft.append(
                group: Int32(row),
                qualification: Qualification(
                    status: Qualification.noStatus, phenomenon: cases.phenomenon[row], isMarked: true),
                registration: cases.openedOn[row], organisation: cases.owner[row])
        }
        return draft
    }

    /// Organisations by the periods for which they sent something.
    func reports(_ reports: [Report]) -> RowDraft {
        var draft = RowDraft()
        for report in reports where report.organisation >= 0 {
            draft.append(
                group: Int32(report.organisation),
                qualification: Qualification(
                    status: Qualification.noStatus, phenomenon: CodePlace.absent, isMarked: false),
                registration: PackedPeriod(report.period).bits, organisation: Int32(report.organisation))
        }
        return draft
    }

    private func append(person: Int, incident: Int, file: Int, to draft: inout RowDraft) {
        let known = incident >= 0 ? phenomenon(ofIncident: incident) : facts.cases.phenomenon[file]
        draft.append(
            group: groups.group[person],
            qualification: Qualification(status: Qualification.noStatus, phenomenon: known, isMarked: file >= 0),
            registration: file >= 0 ? facts.cases.openedOn[file] : PackedPeriod.absent.bits,
            exploitation: incident >= 0 ? facts.incidents.startedOn[incident] : PackedPeriod.absent.bits,
            sex: traits.sex[person], citizenships: traits.citizenships[person],
            forms: incident >= 0 ? forms.numbers[incident] : 0,
            route: incident >= 0 ? routes.numbers[incident] : 0,
            organisation: file >= 0 ? facts.cases.owner[file] : -1)
    }

    /// That of the incident, else that of its case.
    private func phenomenon(ofIncident incident: Int) -> UInt8 {
        guard incident >= 0 else { return CodePlace.absent }
        let own = facts.incidents.phenomenon[incident]
        let file = Int(facts.incidents.file[incident])
        return own == CodePlace.absent && file >= 0 ? facts.cases.phenomenon[file] : own
    }
}
