import Foundation
import Linkage
import Yams

/// A link description: which columns are compared and how, in YAML that a person can read and correct.
struct LinkDescription {
    var roles: ColumnRoles?
    /// How a column is compared, where the description says it.
    var comparisons: [String: FieldComparison] = [:]
    /// That any two records are one person, before anything is compared.
    var prior: Double?
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
        func refuseOthers(_ map: [String: Any], than known: [String]) throws {
            guard let odd = map.keys.sorted().first(where: { !known.contains($0) }) else { return }
            throw refuse("“\(odd)” is not one of \(known.joined(separator: ", "))")
        }
        try refuseOthers(map, than: ["apart", "fields", "id", "one-to-one", "prior", "threshold", "together"])
        var description = LinkDescription()
        var assignments: [(role: Role, column: String)] = []
        for entry in map["fields"] as? [[String: Any]] ?? [] {
            guard let column = entry["column"].map({ "\($0)" }),
                let role = (entry["role"] as? String).flatMap(Role.init)
            else { throw refuse("each field needs “column” and a known “role”") }
            try refuseOthers(entry, than: ["column", "compare", "levels", "measure", "role", "sounds"])
            assignments.append((role, column))
            description.comparisons[column] = FieldComparison(
                kind: try choice(entry, "compare", FieldKind.allCases, refuse),
                measure: try choice(entry, "measure", FieldComparison.Measure.allCases, refuse) ?? .learnt,
                levels: (entry["levels"] as? [Any])?.map { "\($0)" },
                sounds: try choice(entry, "sounds", SoundFamily.allCases, refuse) ?? .all)
        }
        guard !assignments.isEmpty else { throw refuse("“fields” names no column") }
        description.roles = ColumnRoles(assignments)
        description.threshold = try probability(map, "threshold", refuse) ?? description.threshold
        description.prior = try probability(map, "prior", refuse)
        description.isOneToOne = map["one-to-one"] as? Bool ?? false
        description.idColumn = map["id"].map { "\($0)" }
        description.apart = (map["apart"] as? [[Any]] ?? []).map { $0.map { "\($0)" } }
        description.together = (map["together"] as? [[Any]] ?? []).map { $0.map { "\($0)" } }
        return description
    }

    private static func choice<Value: RawRepresentable<String>>(
        _ entry: [String: Any], _ key: String, _ all: [Value], _ refuse: (String) -> CommandFailure
    ) throws -> Value? {
        guard let text = entry[key] as? String else { return nil }
        guard let value = Value(rawValue: text) else {
            throw refuse("“\(text)” is not one of \(all.map(\.rawValue).joined(separator: ", "))")
        }
        return value
    }

    private static func probability(
        _ map: [String: Any], _ key: String, _ refuse: (String) -> CommandFailure
    ) throws -> Double? {
        guard let given = map[key] else { return nil }
        guard let value = (given as? Double) ?? (given as? Int).map(Double.init), value > 0, value < 1 else {
            throw refuse("“\(key)” is not a probability between 0 and 1")
        }
        return value
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
                if field.isWords { lines.append("    measure: \(field.measure.rawValue)") }
                if field.sounds != .all { lines.append("    sounds: \(field.sounds.rawValue)") }
                lines.append("    levels: [\(field.levelNames.joined(separator: ", "))]")
            }
        }
        lines.append("threshold: \(options.threshold)")
        if let prior = options.prior { lines.append("prior: \(prior)") }
        lines.append("one-to-one: \(options.isOneToOne)")
        try LinkOutput.write(lines.joined(separator: "\n") + "\n", to: place)
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
