import Foundation
import Linkage
import Yams

/// A link description: which columns are compared and how, in YAML that a person can read and correct.
struct LinkDescription {
    var roles: ColumnRoles?
    /// How a column is compared, where the description says it.
    var kinds: [String: FieldKind] = [:]
    var threshold = LinkOptions.defaultThreshold
    var isOneToOne = false
    var idColumn: String?
    /// Pairs of ids that somebody knows to be two persons, and one.
    var apart: [[String]] = []
    var together: [[String]] = []

    /// - Throws: ``CommandFailure/malformed(file:detail:)`` with what is not understood.
    static func read(_ file: String) throws -> LinkDescription {
        let text = try Resources.text(of: URL(filePath: file))
        let name = URL(filePath: file).lastPathComponent
        func refuse(_ detail: String) -> CommandFailure { .malformed(file: name, detail: detail) }
        let loaded: Any?
        do { loaded = try Yams.load(yaml: text) } catch { throw refuse("it is not YAML") }
        guard let map = loaded as? [String: Any] else { throw refuse("it is not a map with “fields”") }
        let known: Set<String> = ["fields", "threshold", "one-to-one", "id", "apart", "together"]
        if let odd = map.keys.sorted().first(where: { !known.contains($0) }) {
            throw refuse("“\(odd)” is not one of \(known.sorted().joined(separator: ", "))")
        }
        var description = LinkDescription()
        var assignments: [(role: Role, column: String)] = []
        for entry in map["fields"] as? [[String: Any]] ?? [] {
            guard let column = entry["column"].map({ "\($0)" }),
                let role = (entry["role"] as? String).flatMap(Role.init)
            else { throw refuse("each field needs “column” and a known “role”") }
            assignments.append((role, column))
            if let kind = entry["compare"] as? String {
                guard let known = FieldKind(rawValue: kind) else {
                    throw refuse(
                        "“\(kind)” is not one of \(FieldKind.allCases.map(\.rawValue).joined(separator: ", "))")
                }
                description.kinds[column] = known
            }
        }
        guard !assignments.isEmpty else { throw refuse("“fields” names no column") }
        description.roles = ColumnRoles(assignments)
        if let threshold = map["threshold"] {
            guard let value = (threshold as? Double) ?? (threshold as? Int).map(Double.init), value > 0, value < 1
            else {
                throw refuse("“threshold” is not a probability between 0 and 1")
            }
            description.threshold = value
        }
        description.isOneToOne = map["one-to-one"] as? Bool ?? false
        description.idColumn = map["id"].map { "\($0)" }
        description.apart = (map["apart"] as? [[Any]] ?? []).map { $0.map { "\($0)" } }
        description.together = (map["together"] as? [[Any]] ?? []).map { $0.map { "\($0)" } }
        return description
    }

    /// The rules about single records, as numbers of records.
    func rules(_ records: LinkRecords) throws -> GroupingRules {
        guard !(apart.isEmpty && together.isEmpty) else { return GroupingRules() }
        let placeOf = Dictionary(
            (0..<records.table.count).map { (records.id(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
        func pairs(_ ids: [[String]]) throws -> [(Int, Int)] {
            try ids.map { pair in
                guard pair.count == 2, let first = placeOf[pair[0]], let second = placeOf[pair[1]] else {
                    throw CommandFailure.malformed(
                        file: "link description",
                        detail: "“\(pair.joined(separator: ", "))” are not the ids of two records")
                }
                return (first, second)
            }
        }
        return GroupingRules(apart: try pairs(apart), together: try pairs(together))
    }

    /// Writes what was found from the data.
    static func write(_ table: RecordTable, _ options: LinkOptions, to place: String) throws {
        var lines = [
            "# What is compared, found from the roles and the values. Correct it and give it with --description."
        ]
        lines.append("fields:")
        for field in table.fields {
            for (column, role) in field.columnsWithRoles {
                lines.append("  - column: \(quoted(column))")
                lines.append("    role: \(role.rawValue)")
                lines.append("    compare: \(field.kind.rawValue)")
            }
        }
        lines.append("threshold: \(options.threshold)")
        lines.append("one-to-one: \(options.isOneToOne)")
        try LinkOutput.write(lines.joined(separator: "\n") + "\n", to: place)
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
