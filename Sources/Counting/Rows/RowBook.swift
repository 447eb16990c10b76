import Vocabulary

/// The rows of every kind, made from facts once and then counted from as often as wanted.
struct RowBook: Sendable {
    private let rows: [RowKind: CountingRows]
    /// Members of the citizenship sets by number.
    let citizenshipSets: [[UInt16]]
    let formCombinations: [FormTable.Combination]
    let routes: [RouteTable.Route]

    init(_ facts: Facts) {
        let groups = SamePersonGroups(persons: facts.persons.index.count, statements: facts.samePersons)
        let traits = PersonTraits(facts.persons, groups: groups, lists: facts.lists)
        let forms = FormTable(facts.incidents)
        let ways = RouteTable(facts.routeLegs, incidents: facts.incidents.index.count)
        let source = RowSource(facts: facts, groups: groups, traits: traits, forms: forms, routes: ways)
        citizenshipSets = traits.sets.sets
        formCombinations = forms.combinations
        routes = ways.routes
        func arranged(_ draft: RowDraft) -> CountingRows {
            CountingRows(
                draft, citizenshipSets: traits.sets.sets.count, formCombinations: forms.combinations.count,
                routes: ways.routes.count, organisations: facts.organisations.index.count)
        }
        let episodes = arranged(source.episodes())
        rows = [
            .episode: episodes, .involvement: arranged(source.involvements()), .incident: arranged(source.incidents()),
            .file: arranged(source.files()),
            .report: arranged(source.reports(episodes.reports[.registration] ?? [])),
        ]
    }

    subscript(kind: RowKind) -> CountingRows? { rows[kind] }
}
