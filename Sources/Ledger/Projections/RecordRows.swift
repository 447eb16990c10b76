import Access
import Mechanisms
import Vocabulary

/// Everything that derived tables say because of one record, in numbers.
struct RecordRows {
    struct StandingRow: Hashable {
        let record: Int64
        let relation: Int64
        let source: Int64
        let place: Int64
        let holder: Int64
        let mechanism: Int64
        let until: Int64
        let restsOn: Int64
    }

    struct LinkRow: Hashable {
        let target: Int64
        let mechanism: Int64
        let field: Int64
        let source: Int64
    }

    struct CodeRow: Hashable {
        let mechanism: Int64
        let field: Int64
        let value: Int64
        let number: Int64
    }

    /// Of `listed_day` and `due`.
    struct DayRow: Hashable {
        let number: Int64
        let field: Int64
        let mechanism: Int64
        let day: Int64
    }

    struct TextRow: Hashable {
        let number: Int64
        let field: Int64
        let mechanism: Int64
        let text: String
    }

    var standings: [StandingRow] = []
    var links: [LinkRow] = []
    var codes: [CodeRow] = []
    var days: [DayRow] = []
    var texts: [TextRow] = []
    var dues: [DayRow] = []

    /// No end in sight.
    static let forever = Int64.max

    mutating func add(_ other: RecordRows) {
        standings += other.standings
        links += other.links
        codes += other.codes
        days += other.days
        texts += other.texts
        dues += other.dues
    }

    /// The rows that `other` has not.
    func without(_ other: RecordRows) -> RecordRows {
        RecordRows(
            standings: RecordRows.difference(standings, other.standings),
            links: RecordRows.difference(links, other.links), codes: RecordRows.difference(codes, other.codes),
            days: RecordRows.difference(days, other.days), texts: RecordRows.difference(texts, other.texts),
            dues: RecordRows.difference(dues, other.dues))
    }

    private static func difference<Row: Hashable>(_ rows: [Row], _ others: [Row]) -> [Row] {
        if others.isEmpty { return rows }
        let others = Set(others)
        return rows.filter { !others.contains($0) }
    }
}

extension Relation {
    /// As derived tables store it; never given to another relation.
    var number: Int64 {
        switch self {
        case .none: 0
        case .own: 1
        case .ownOrganisation: 2
        case .sharedByConsent: 3
        case .sharedByLaw: 4
        case .supervised: 5
        case .emergency: 6
        }
    }

    init?(number: Int64) {
        guard let relation = Relation.allCases.first(where: { $0.number == number }) else { return nil }
        self = relation
    }
}
