import Mechanisms
import Yams

extension DescriptionReader {
    private static let valueKeys = [
        "column", "first-of", "all-of", "join", "with", "flags", "constant", "table", "split", "period",
    ]

    /// A rule for a value that is no link.
    ///
    /// - Parameter openings: The words that it may become, where they are no codes of a list.
    mutating func value(
        _ node: Node, _ what: String, as kind: KnownField.Kind, codes openings: [String]? = nil
    ) -> ValueRule? {
        let given = fields(node, what, allowed: Self.valueKeys)
        let sources = ["column", "first-of", "all-of", "join", "flags", "constant"].filter { given[$0] != nil }
        guard sources.count == 1 else {
            complain(node, "\(what) needs one of `column`, `first-of`, `all-of`, `join`, `flags`, `constant`.")
            return nil
        }
        let codes = openings.map(Set.init) ?? codes(of: kind, what, at: node)
        switch sources[0] {
        case "constant": return constant(given["constant"], what, as: kind, codes)
        case "flags": return flags(given["flags"], what, as: kind, codes)
        case "join":
            if kind != .text { complain(node, "\(what) is no text: `join` is for texts.") }
            guard let names = columnNames(given["join"], what) else { return nil }
            return .joined(names, separator: text(given["with"], "`with`") ?? " ")
        case "all-of":
            guard let names = columnNames(given["all-of"], what) else { return nil }
            if case .codes = kind {} else { complain(node, "\(what) takes one value: `all-of` is for several codes.") }
            return .allOf(names, translation(given, what, as: kind, codes, at: node))
        default:
            guard let names = columnNames(given[sources[0]], what) else { return nil }
            return .firstOf(names, translation(given, what, as: kind, codes, at: node))
        }
    }

    private mutating func codes(of kind: KnownField.Kind, _ what: String, at node: Node) -> Set<String>? {
        switch kind {
        case .code(let list), .codes(let list):
            if let codes = known.codes(of: list) { return Set(codes) }
            complain(node, "\(what): the register has no code list “\(list)”.")
            return nil
        default: return nil
        }
    }

    private mutating func constant(
        _ node: Node?, _ what: String, as kind: KnownField.Kind, _ codes: Set<String>?
    ) -> ValueRule? {
        guard let word = text(node, what) else { return nil }
        if let codes, !codes.contains(word) { complain(node, unknown: "\(what): the code", word, known: codes) }
        let isReadable =
            switch kind {
            case .integer(let range): Int(word).map(range.contains) ?? false
            case .boolean: word == "true" || word == "false"
            case .period: if case .period = PeriodFormat.iso.read(word) { true } else { false }
            default: true
            }
        if !isReadable { complain(node, "\(what) cannot be “\(word)”.") }
        return .constant(word)
    }

    private mutating func flags(
        _ node: Node?, _ what: String, as kind: KnownField.Kind, _ codes: Set<String>?
    ) -> ValueRule? {
        guard case .codes = kind, let node else {
            complain(node, "\(what) does not take several codes: `flags` is for those that do.")
            return nil
        }
        var flags: [(column: String, code: String)] = []
        for (column, codeNode) in entries(node, "`flags`") {
            guard let code = text(codeNode, "a flag's code") else { continue }
            if columns[column] == nil {
                complain(codeNode, unknown: "\(what): the column", column, known: columns.keys)
            }
            if let codes, !codes.contains(code) {
                complain(codeNode, unknown: "\(what): the code", code, known: codes)
            }
            flags.append((column, code))
        }
        return .flags(flags)
    }

    private mutating func translation(
        _ given: [String: Node], _ what: String, as kind: KnownField.Kind, _ codes: Set<String>?, at node: Node
    ) -> Translation {
        var translation = Translation()
        translation.codes = codes
        if let tableNode = given["table"] { translation.table = table(tableNode, what, as: kind, codes) }
        if let splitNode = given["split"] {
            translation.split = split(splitNode, what, as: kind, given["table"] != nil)
        }
        if let periodNode = given["period"] {
            if kind != .period, !isText(kind) { complain(periodNode, "\(what) is no period.") }
            translation.periods = (texts(periodNode, "`period`") ?? []).compactMap { pattern in
                if let format = PeriodFormat(pattern: pattern) { return format }
                complain(
                    periodNode, "“\(pattern)” is no way to write a period. Expected: iso, yyyy, yyyy-Qq, dd/mm/yyyy …")
                return nil
            }
        } else if isText(kind) {
            translation.periods = []
        }
        return translation
    }

    /// One or several tables: of the description, `itself` (the codes as they are), or mappings of the book; the first
    /// that has a word decides.
    private mutating func table(
        _ node: Node, _ what: String, as kind: KnownField.Kind, _ codes: Set<String>?
    ) -> CodeTable {
        var entries: [String: [String]] = [:]
        for name in texts(node, "`table`") ?? [] {
            let itself = name == "itself" ? codes.map { Dictionary(uniqueKeysWithValues: $0.map { ($0, [$0]) }) } : nil
            guard let table = tables[name] ?? itself ?? known.mapping(name)?.mapValues({ [$0] }) else {
                complain(node, unknown: "\(what): the table", name, known: tables.keys)
                continue
            }
            check(table, name, against: codes, kind, at: node)
            entries.merge(table) { first, _ in first }
        }
        return CodeTable(entries)
    }

    private func isText(_ kind: KnownField.Kind) -> Bool { kind == .text }

    private mutating func split(
        _ node: Node, _ what: String, as kind: KnownField.Kind, _ hasTable: Bool
    ) -> Translation.Split {
        switch kind {
        case .code, .codes: break
        default:
            complain(node, "\(what) takes no codes: `split` is for fields that do.")
            return .none
        }
        if node.scalar?.string == "longest-match" {
            if !hasTable { complain(node, "`split: longest-match` needs a `table` to match against.") }
            return .longestMatch
        }
        return .separators((texts(node, "`split`") ?? []).filter { !$0.isEmpty })
    }

    /// Every code of a table is one that the field takes.
    private mutating func check(
        _ table: [String: [String]], _ name: String, against codes: Set<String>?, _ kind: KnownField.Kind, at node: Node
    ) {
        let allowed = kind == .boolean ? ["true", "false"] : codes
        for (word, targets) in table.sorted(by: { $0.key < $1.key }) {
            for target in targets where allowed.map({ !$0.contains(target) }) ?? false {
                complain(node, unknown: "the table “\(name)”, “\(word)”: the code", target, known: allowed ?? [])
            }
        }
    }
}
