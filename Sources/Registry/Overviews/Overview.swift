import Mechanisms
package import Vocabulary

// Goals, in order: (1) a question across records of several mechanisms has one answer, on pages, in files and on the command
// line; (2) nothing is in it that the one who asks may not read; (3) a further question is a file here and its words.

/// A question that is asked across many records, and answered as one table on a day.
package enum Overview: String, Sendable, CaseIterable {
    /// Priority countries and routes of all lists together (B54).
    case priorityRoutes = "priority-routes"
    /// Who sent which of them when (B54).
    case priorityLists = "priority-lists"
    /// The law of a day (B81).
    case laws
    /// Significant changes of law, until the training that follows them is done (B82).
    case lawChanges = "law-changes"
    /// States by features of their law (B81).
    case lawFeatures = "law-features"
    /// Instruments article by article, with how far each state's law carries them out (B80).
    case concordance
    /// Agreements, those that nobody uses first (B83).
    case agreements
    /// What agreements say of trafficking, by partner and year (B84).
    case clauses
    /// What there is with each partner country (B107).
    case partners
    /// Progress and money of plans by pillar and by marker (B76).
    case planCuts = "plan-cuts"
    /// Bodies, networks and platforms, and who leads them (B57, B59, B61, B108).
    case bodies
    /// Meetings that were held, with who was there (B61, B74).
    case meetings
    /// Tasks of bodies, those of nobody first (B61).
    case tasks = "coordination-tasks"
    /// Coordinators, rapporteurs and what is equivalent, with mandate and independence (B59, B60).
    case offices
    /// From evaluation, review or threat assessment to finding, recommendation and action (B45, B70, B73).
    case evaluations
    /// Who met which standard, and who said nothing (B71).
    case compliance
    /// Levels of self-assessments over the years (B78).
    case maturity
    /// What informal contacts were good for, by channel and topic (B58).
    case informalCooperation = "informal-cooperation"
    /// Who was asked for contributions of information and sent none, and who sent what kind (B44).
    case contributions
    /// Good practices, the best proven first (B75).
    case practices
    /// What words mean (B105).
    case glossary
    /// Events of the year, each under the rule of its day (B95).
    case events
    /// Manuals, section by section, each with the proposal that its text comes from (B106).
    case manuals
    /// What was proposed for manuals, decided, and carried by which edition (B106).
    case amendments
    /// Procedures by the edition of a manual that they cite (B106).
    case manualCitations = "manual-citations"
    /// Recommendations, actions and figures by the target of the United Nations that they serve (B77).
    case developmentTargets = "sdg-targets"
    /// Which sources each indicator has, could have, and has not (B98).
    case sources
    /// Who speaks to the media, by state (B56).
    case mediaContacts = "media-contacts"
    /// Press releases, and what stands between each and the media (B56).
    case pressReleases = "press-releases"
}

/// The answer to an ``Overview``.
package struct OverviewTable: Sendable {
    package enum Column: Sendable, Hashable {
        /// By the key of its text.
        case named(String)
        /// A code of a list: a matrix has a column for each.
        case code(String, of: String)

        /// As files have it.
        package var code: String {
            switch self {
            case .named(let key): key
            case .code(let code, _): code
            }
        }
    }

    package let columns: [Column]
    package let rows: [[OverviewCell]]

    init(_ columns: [String], _ rows: [[OverviewCell]]) {
        self.init(columns: columns.map { .named($0) }, rows)
    }

    init(columns: [Column], _ rows: [[OverviewCell]]) { (self.columns, self.rows) = (columns, rows) }
}

extension Registry {
    /// The answer, from what the one who asks may read.
    ///
    /// - Parameter day: On which the question is asked. What a record says of days is held against it; records themselves are
    ///   those of today, but plans, which are as they stood.
    /// - Parameter reporting: What releases say, which no record does: by indicator, the names of the organisations on which
    ///   its newest figure rests. Only ``Overview/sources`` asks for it.
    package func overview(
        _ overview: Overview, on day: CalendarDate, _ asking: Asking, reporting: [String: Set<String>] = [:]
    ) throws -> OverviewTable {
        switch overview {
        case .priorityRoutes: try priorityRoutes(on: day, asking)
        case .priorityLists: try priorityLists(on: day, asking)
        case .laws: try laws(on: day, asking)
        case .lawChanges: try lawChanges(on: day, asking)
        case .lawFeatures: try lawFeatures(on: day, asking)
        case .concordance: try concordance(on: day, asking)
        case .agreements: try agreements(on: day, asking)
        case .clauses: try clauses(on: day, asking)
        case .partners: try partners(on: day, asking)
        case .planCuts: try planCuts(on: day, asking)
        case .bodies: try bodies(on: day, asking)
        case .meetings: try meetings(on: day, asking)
        case .tasks: try coordinationTasks(asking)
        case .offices: try offices(asking)
        case .evaluations: try evaluations(asking)
        case .compliance: try compliance(asking)
        case .maturity: try maturity(on: day, asking)
        case .informalCooperation: try informalCooperation(on: day)
        case .contributions: try contributions(on: day, asking)
        case .practices: try practices(asking)
        case .glossary: try glossary(asking)
        case .events: try events(on: day, asking)
        case .manuals: try manuals(on: day, asking)
        case .amendments: try amendments(asking)
        case .manualCitations: try manualCitations(asking)
        case .developmentTargets: try developmentTargets(asking)
        case .sources: try sources(reporting, on: day, asking)
        case .mediaContacts: try mediaContacts(asking)
        case .pressReleases: try pressReleases(on: day, asking)
        }
    }

    /// A text field of all records of a mechanism, by record.
    func names(of mechanism: String, _ field: String, _ asking: Asking) throws -> [RecordID: String] {
        try readable(mechanism, asking).reduce(into: [:]) { $0[$1.record] = $1.text(field) ?? "" }
    }
}
