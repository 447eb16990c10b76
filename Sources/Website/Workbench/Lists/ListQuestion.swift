import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// What the address of a list asks for, and the addresses of the lists beside it.
struct ListQuestion: Sendable {
    let mechanism: Mechanism
    /// Without names that no list has.
    let query: Fields
    let request: ListRequest

    private static let filterMark = "f."

    /// - Parameter today: By which what is late or due soon is told.
    /// - Throws: ``RegistryRefusal/unknownCursor``
    init(_ query: Fields, of mechanism: Mechanism, today: CalendarDate) throws(RegistryRefusal) {
        self.mechanism = mechanism
        let fields = mechanism.listedBy + [mechanism.owner].compactMap(\.self)
        let filters = Set(fields.map { ListQuestion.filterMark + $0 })
        self.query = Fields(
            query.all.filter { field in
                !field.value.isEmpty
                    && (filters.contains(field.name)
                        || ["state", "whose", "due", "cursor", "limit"].contains(field.name))
            })
        var wanted: [String: [String]] = [:]
        for name in fields {
            let values = self.query.values(of: ListQuestion.filterMark + name)
            if !values.isEmpty { wanted[name] = values }
        }
        var request = ListRequest(
            mechanism.name, filters: wanted,
            states: Set(self.query.values(of: "state")).intersection(mechanism.states),
            through: Whose.relations(self.query.values(of: "whose")),
            dueBy: self.query["due"].flatMap { Due.day($0, from: today) },
            limit: self.query["limit"].flatMap { Int($0) } ?? 50)
        if let cursor = self.query["cursor"] {
            guard let number = Int64(cursor), number > 0 else { throw .unknownCursor }
            request.cursor = number
        }
        self.request = request
    }

    static func filter(_ field: String) -> String { filterMark + field }

    var isFiltered: Bool { !query.without(["cursor", "limit"]).all.isEmpty }

    func has(_ name: String, _ value: String) -> Bool { query.values(of: name).contains(value) }

    /// The address of the list with one more value of a filter, or without it where it has it: from its first page.
    func toggling(_ name: String, _ value: String) -> String {
        let rest = query.without(["cursor"]).all
        let field = Fields.Field(name: name, value: value)
        return address(rest.contains(field) ? rest.filter { $0 != field } : rest + [field])
    }

    /// The address with this value of a filter alone, or without it where it has it.
    func choosing(_ name: String, _ value: String) -> String {
        has(name, value)
            ? without(name) : address(query.without(["cursor", name]).all + [.init(name: name, value: value)])
    }

    /// The address without any value of a filter.
    func without(_ name: String) -> String { address(query.without(["cursor", name]).all) }

    func next(_ cursor: Int64) -> String {
        address(query.without(["cursor"]).all + [.init(name: "cursor", value: String(cursor))])
    }

    var first: String { address(query.without(["cursor"]).all) }
    var unfiltered: String { WorkbenchPaths.list(mechanism.name) }

    /// The whole list as a file.
    func file(_ kind: TableFile.Kind) -> String {
        WorkbenchPaths.file(mechanism.name, kind) + suffix(query.without(["cursor", "limit"]).all)
    }

    private func address(_ fields: [Fields.Field]) -> String { WorkbenchPaths.list(mechanism.name) + suffix(fields) }

    private func suffix(_ fields: [Fields.Field]) -> String { fields.isEmpty ? "" : "?" + Fields(fields).encoded }
}
