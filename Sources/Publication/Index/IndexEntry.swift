import Yams

/// One indicator of the THB Index: where its figure stands in the released tables, and how a change is to be read.
///
/// Title, definition and method are texts under `site.indicators.<id>`. There is no composite: none is published, and none
/// would be shown without its parts.
package struct IndexEntry: Hashable, Sendable {
    /// How a change is to be read; declared, for a rise of registered persons may be better detection.
    package enum Direction: String, Sendable, CaseIterable {
        /// Neither good nor bad by itself.
        case neither
        case higherIsBetter = "higher-is-better"
        case lowerIsBetter = "lower-is-better"
    }

    /// The index is one page: at most so many entries.
    package static let limit = 20

    package let id: String
    /// Raw value of its ``CountingUnit``; a unit that nothing counts yet is named too.
    package let unit: String
    /// The indicator whose released tables give it: tables named so, or so followed by `-by-` and dimensions.
    package let indicator: String
    /// Codes by dimension name; dimensions not named are at their total.
    package let selection: [String: String]
    package let direction: Direction
    /// Entries that stand beside a rise of this one: how much was looked, not only how much was found.
    package let capacity: [String]
    /// Codes of the list `sdg-targets` that it measures.
    package let targets: [String]

    package init(
        id: String, unit: String, indicator: String? = nil, selection: [String: String] = [:],
        direction: Direction = .neither, capacity: [String] = [], targets: [String] = []
    ) {
        self.id = id
        self.unit = unit
        self.indicator = indicator ?? id
        self.selection = selection
        self.direction = direction
        self.capacity = capacity
        self.targets = targets
    }

    /// Reads the list of entries, in the order of the page.
    ///
    /// - Throws: ``PublicationFailure/indexUnreadable(reason:)`` for YAML that is no such list, an unknown field or
    ///   direction, an id that is there twice, or a capacity that is not in the list;
    ///   ``PublicationFailure/indexTooLong(entries:)``.
    package static func list(yaml: String) throws(PublicationFailure) -> [IndexEntry] {
        let root: Node?
        do { root = try Yams.compose(yaml: yaml) } catch { throw .indexUnreadable(reason: "\(error)") }
        guard let nodes = root?.sequence else { throw .indexUnreadable(reason: "it is not a list") }
        var entries: [IndexEntry] = []
        for node in nodes { entries.append(try entry(node)) }
        guard entries.count <= limit else { throw .indexTooLong(entries: entries.count) }
        let ids = Set(entries.map(\.id))
        guard ids.count == entries.count else { throw .indexUnreadable(reason: "an id is there twice") }
        for entry in entries {
            if let stray = entry.capacity.first(where: { !ids.contains($0) }) {
                throw .indexUnreadable(reason: "\(entry.id) names the capacity \(stray), which is not in the list")
            }
        }
        return entries
    }

    private static let fields: Set = ["id", "unit", "indicator", "where", "direction", "capacity", "targets"]

    private static func entry(_ node: Node) throws(PublicationFailure) -> IndexEntry {
        guard let mapping = node.mapping, let id = mapping["id"]?.scalar?.string else {
            throw .indexUnreadable(reason: "an entry has no id")
        }
        for (key, _) in mapping {
            let name = key.scalar?.string ?? "?"
            guard fields.contains(name) else { throw .indexUnreadable(reason: "\(id) has the unknown field \(name)") }
        }
        guard let unit = mapping["unit"]?.scalar?.string else {
            throw .indexUnreadable(reason: "\(id) has no unit")
        }
        let direction = mapping["direction"]?.scalar?.string ?? Direction.neither.rawValue
        guard let direction = Direction(rawValue: direction) else {
            throw .indexUnreadable(reason: "\(id) has the unknown direction \(direction)")
        }
        var selection: [String: String] = [:]
        for (key, value) in mapping["where"]?.mapping ?? [:] {
            guard let name = key.scalar?.string, let code = value.scalar?.string else {
                throw .indexUnreadable(reason: "\(id) selects something that is not a code")
            }
            selection[name] = code
        }
        return IndexEntry(
            id: id, unit: unit, indicator: mapping["indicator"]?.scalar?.string, selection: selection,
            direction: direction,
            capacity: mapping["capacity"]?.sequence?.compactMap { $0.scalar?.string } ?? [],
            targets: mapping["targets"]?.sequence?.compactMap { $0.scalar?.string } ?? [])
    }
}
