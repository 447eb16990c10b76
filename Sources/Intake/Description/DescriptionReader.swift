import Yams

/// Goes through a source description, and collects everything in it that nobody understands.
struct DescriptionReader {
    let known: any KnownMechanisms
    /// The text of a file named in `table-files`; nil where there is none.
    let tableFile: (String) -> String?
    private(set) var problems: [DescriptionProblem] = []
    var columns: [String: SourceDescription.Column] = [:]
    var tables: [String: [String: [String]]] = [:]

    init(known: any KnownMechanisms, tableFile: @escaping (String) -> String?) {
        self.known = known
        self.tableFile = tableFile
    }

    /// The parsed text.
    /// - Throws: ``IntakeFailure/unreadableDescription(line:detail:)``.
    static func node(of yaml: String) throws(IntakeFailure) -> Node {
        do {
            if let node = try Yams.compose(yaml: yaml) { return node }
        } catch {
            throw unreadable(error)
        }
        throw .unreadableDescription(line: nil, detail: "it is empty")
    }

    private static func unreadable(_ error: any Error) -> IntakeFailure {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            .unreadableDescription(line: mark.line, detail: problem)
        case YamlError.duplicatedKeysInMapping(let duplicates, let context):
            .unreadableDescription(line: context.mark.line, detail: "\(quotedList(duplicates)) stands there twice")
        default: .unreadableDescription(line: nil, detail: "it cannot be parsed")
        }
    }

    mutating func complain(_ node: Node?, _ message: String) {
        problems.append(DescriptionProblem(line: node?.mark?.line ?? 1, message: message))
    }

    /// A name that is not on the list: says what was expected and what was perhaps meant.
    mutating func complain(_ node: Node?, unknown what: String, _ name: String, known names: some Collection<String>) {
        let meant = nearest(to: name, among: names).map { " Did you mean “\($0)”?" }
        let expected = names.count <= 24 ? " Expected: \(names.sorted().joined(separator: ", "))." : ""
        complain(node, "\(what) “\(name)” is unknown.\(meant ?? "")\(meant == nil ? expected : "")")
    }

    /// The entries of a mapping; with `allowed`, a key outside it is a problem.
    mutating func entries(_ node: Node, _ what: String, allowed: [String]? = nil) -> [(key: String, node: Node)] {
        guard let mapping = node.mapping else {
            complain(node, "\(what) must be a list of `name: value`.")
            return []
        }
        var entries: [(String, Node)] = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string else {
                complain(key, "a key in \(what) must be plain text.")
                continue
            }
            if let allowed, !allowed.contains(name) {
                complain(key, unknown: "the key", name, known: allowed)
                continue
            }
            entries.append((name, value))
        }
        return entries
    }

    /// The entries of a mapping by key.
    mutating func fields(_ node: Node, _ what: String, allowed: [String]) -> [String: Node] {
        Dictionary(entries(node, what, allowed: allowed), uniquingKeysWith: { first, _ in first })
    }

    mutating func text(_ node: Node?, _ what: String) -> String? {
        guard let node else { return nil }
        if let text = node.scalar?.string { return text }
        complain(node, "\(what) must be a single text.")
        return nil
    }

    /// One text, or a list of them.
    mutating func texts(_ node: Node?, _ what: String) -> [String]? {
        guard let node else { return nil }
        if let text = node.scalar?.string { return [text] }
        guard let sequence = node.sequence else {
            complain(node, "\(what) must be a text or a list of texts.")
            return nil
        }
        return sequence.compactMap { text($0, "an entry of \(what)") }
    }

    mutating func truth(_ node: Node?, _ what: String) -> Bool? {
        guard let word = text(node, what) else { return nil }
        if ["true", "yes"].contains(word) { return true }
        if ["false", "no"].contains(word) { return false }
        complain(node, "\(what) must be true or false.")
        return nil
    }

    /// One of the cases of an enumeration, by its raw value.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: Node?, _ what: String, of _: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        guard let word = text(node, what) else { return nil }
        if let choice = Choice(rawValue: word) { return choice }
        complain(node, unknown: what, word, known: Choice.allCases.map(\.rawValue))
        return nil
    }

    /// Names of columns; each must be declared under `columns`.
    mutating func columnNames(_ node: Node?, _ what: String) -> [String]? {
        guard let node, let names = texts(node, what) else { return nil }
        for name in names where columns[name] == nil {
            complain(node, unknown: "\(what): the column", name, known: columns.keys)
        }
        return names
    }

    /// One column name.
    mutating func columnName(_ node: Node?, _ what: String) -> String? {
        guard let name = text(node, what) else { return nil }
        return columnNames(node, what) == nil ? nil : name
    }
}
