import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// The query of a list: described by the book, read into what the registry is asked.
enum ListQuery {
    static let filterPrefix = "filter."

    static func parameters(of mechanism: Mechanism) -> [Parameter] {
        let due: [Parameter] =
            mechanism.dueFields.isEmpty
            ? []
            : [.query("due-by", .day, "Only records on which somebody must act up to this day; no other filter then.")]
        return filters(of: mechanism).map(parameter) + [
            .query("state", .choice(mechanism.states), isRepeated: true, "Only records in one of these states."),
            .query("own", .boolean, "Only records that one's own post answers for."),
        ] + due + [
            .query("limit", .whole(1...200), "Records of a page; 50 without it."),
            .query("cursor", .text(longest: 64), "From the page before: the member next."),
        ]
    }

    /// The fields by which the mechanism is listed, and every link.
    private static func filters(of mechanism: Mechanism) -> [Field] {
        mechanism.fields.filter { mechanism.listedBy.contains($0.name) || $0.linkedMechanism != nil }
    }

    private static func parameter(_ field: Field) -> Parameter {
        let name = filterPrefix + field.name
        return switch field.kind {
        case .text: .query(name, .text(longest: 200), "Only records whose \(field.name) begins so.")
        case .code, .codes:
            .query(
                name, .text(longest: 60), isRepeated: true, "Only records whose \(field.name) is one of these codes.")
        case .period:
            .query(
                name, .period, isRepeated: true,
                "Only records whose \(field.name) begins in it; sent twice, from the first through the second.")
        case .integer(let range):
            .query(name, .whole(range), isRepeated: true, "Only records whose \(field.name) is one of these.")
        case .boolean: .query(name, .boolean, "Only records whose \(field.name) is so.")
        case .link, .links: .query(name, .record, "Only records whose \(field.name) names this record.")
        }
    }

    /// Whether it asks for due dates and for something else that their list, which is in the order of the days, has not.
    static func mixesDueDates(_ query: Fields) -> Bool {
        query["due-by"] != nil && query.all.contains { !["due-by", "own", "limit"].contains($0.name) }
    }

    /// - Throws: ``RegistryRefusal/unknownCursor`` for a cursor of another list.
    static func request(_ query: Fields, of mechanism: Mechanism) throws(RegistryRefusal) -> ListRequest {
        var filters: [String: [String]] = [:]
        for field in self.filters(of: mechanism) {
            let values = query.values(of: filterPrefix + field.name)
            if !values.isEmpty { filters[field.name] = values }
        }
        var request = ListRequest(
            mechanism.name, filters: filters, states: Set(query.values(of: "state")),
            through: query["own"] == "true" ? [.own] : nil, dueBy: query["due-by"].flatMap { CalendarDate($0) },
            limit: query["limit"].flatMap { Int($0) } ?? 50)
        if let cursor = query["cursor"] {
            guard let number = number(of: cursor, in: mechanism, query) else { throw .unknownCursor }
            request.cursor = number
        }
        return request
    }

    /// The cursor of the page after: the number of its last row, with a mark of the list that it belongs to.
    static func cursor(after number: Int64, in mechanism: Mechanism, _ query: Fields) -> String {
        String(number, radix: 36) + "-" + mark(mechanism, query)
    }

    /// The same query on its next page, for the `Link` field.
    static func next(_ query: Fields, cursor: String) -> String {
        Fields(query.without(["cursor"]).all + [.init(name: "cursor", value: cursor)]).encoded
    }

    private static func number(of cursor: String, in mechanism: Mechanism, _ query: Fields) -> Int64? {
        let parts = cursor.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, parts[1] == mark(mechanism, query), let number = Int64(parts[0], radix: 36), number > 0
        else { return nil }
        return number
    }

    private static func mark(_ mechanism: Mechanism, _ query: Fields) -> String {
        let chosen = query.without(["cursor", "limit"]).all.map { "\($0.name)=\($0.value)" }.sorted()
        return String(digest(of: Array("\(mechanism.name)?\(chosen.joined(separator: "&"))".utf8)).prefix(12))
    }
}
