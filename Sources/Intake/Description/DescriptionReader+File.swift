import Mechanisms
import Yams

extension SourceDescription {
    /// Reads a source description.
    ///
    /// - Parameters:
    ///   - yaml: The text of the file.
    ///   - known: The book that it may speak of.
    ///   - tableFile: Gives the text of a file that `table-files` names, by the name as written there.
    /// - Throws: ``IntakeFailure/unreadableDescription(line:detail:)``, or
    ///   ``IntakeFailure/faultyDescription(_:)`` with everything that is wrong.
    package init(
        yaml: String, known: any KnownMechanisms, tableFile: @escaping (String) -> String? = { _ in nil }
    ) throws(IntakeFailure) {
        var reader = DescriptionReader(known: known, tableFile: tableFile)
        let description = reader.description(try DescriptionReader.node(of: yaml))
        guard let description, reader.problems.isEmpty else { throw .faultyDescription(reader.problems) }
        self = description
    }
}

extension DescriptionReader {
    private static let topKeys = [
        "source", "version", "title", "publisher", "licence", "notes", "format", "columns", "key", "people",
        "not-reported", "unknown", "totals", "tables", "table-files", "records", "effective",
    ]

    /// The whole file; nil only beside a problem.
    mutating func description(_ root: Node) -> SourceDescription? {
        let top = fields(root, "a source description", allowed: Self.topKeys)
        for key in ["source", "version", "columns", "records", "effective"] where top[key] == nil {
            complain(root, "`\(key)` is missing.")
        }
        let missing = SourceDescription.MissingWords(
            notReported: Set(texts(top["not-reported"], "`not-reported`") ?? []),
            unknown: Set(texts(top["unknown"], "`unknown`") ?? []))
        let columns = top["columns"].map { readColumns($0, missing) } ?? []
        readTables(top)
        let key = columnNames(top["key"], "`key`") ?? []
        let people = columnName(top["people"], "`people`")
        let totals = top["totals"].flatMap { readTotals($0, key: key) }
        let effective = top["effective"].flatMap { value($0, "`effective`", as: .period) }
        let records = top["records"].map { readRecords($0) } ?? []
        guard let name = text(top["source"], "`source`"), let version = text(top["version"], "`version`"), let effective
        else { return nil }
        return SourceDescription(
            name: name, version: version, title: text(top["title"], "`title`"),
            publisher: text(top["publisher"], "`publisher`"), licence: text(top["licence"], "`licence`"),
            format: top["format"].map { readFormat($0) } ?? FileFormat(), columns: columns, key: key, people: people,
            totals: totals, records: records, effective: effective)
    }

    private mutating func readColumns(
        _ node: Node, _ missing: SourceDescription.MissingWords
    ) -> [SourceDescription.Column] {
        var read: [SourceDescription.Column] = []
        for (name, details) in entries(node, "`columns`") {
            let given =
                isNothing(details)
                ? [:]
                : fields(
                    details, "the column “\(name)”", allowed: ["aliases", "required", "not-reported", "unknown"])
            let column = SourceDescription.Column(
                name: name, aliases: texts(given["aliases"], "`aliases`") ?? [],
                isRequired: truth(given["required"], "`required`") ?? true,
                missing: SourceDescription.MissingWords(
                    notReported: texts(given["not-reported"], "`not-reported`").map(Set.init) ?? missing.notReported,
                    unknown: texts(given["unknown"], "`unknown`").map(Set.init) ?? missing.unknown))
            read.append(column)
            columns[name] = column
        }
        return read
    }

    private mutating func readTables(_ top: [String: Node]) {
        if let node = top["tables"] {
            for (name, table) in entries(node, "`tables`") { tables[name] = readTable(table, name) }
        }
        guard let files = top["table-files"] else { return }
        for (name, node) in entries(files, "`table-files`") {
            guard let file = text(node, "the file of a table") else { continue }
            guard let yaml = tableFile(file), let table = try? Self.node(of: yaml) else {
                complain(node, "the file “\(file)” is not there, or is not YAML.")
                continue
            }
            if tables[name] != nil { complain(node, "the table “\(name)” is under `tables` already.") }
            tables[name] = readTable(table, name)
        }
    }

    private mutating func readTable(_ node: Node, _ name: String) -> [String: [String]] {
        var table: [String: [String]] = [:]
        for (word, codes) in entries(node, "the table “\(name)”") {
            table[word] = isNothing(codes) ? [] : texts(codes, "the entry “\(word)” of the table “\(name)”") ?? []
        }
        return table
    }

    private mutating func readTotals(_ node: Node, key: [String]) -> SourceDescription.Totals? {
        let given = fields(node, "`totals`", allowed: ["words", "columns"])
        guard let words = texts(given["words"], "`words`") else {
            complain(node, "`totals` needs `words`: what marks a row that adds up others.")
            return nil
        }
        let columns = columnNames(given["columns"], "`columns`") ?? key
        if columns.isEmpty { complain(node, "`totals` needs `columns`, or the description a `key`.") }
        return SourceDescription.Totals(words: Set(words.map(CodeTable.folded)), columns: columns)
    }

    private mutating func readFormat(_ node: Node) -> FileFormat {
        let given = fields(
            node, "`format`", allowed: ["delimiter", "encoding", "sheet", "header-row", "decimal", "thousands"])
        var format = FileFormat()
        format.delimiter = choice(given["delimiter"], "`delimiter`", of: Delimiter.self)
        format.encoding = choice(given["encoding"], "`encoding`", of: TextEncoding.self)
        format.sheet = text(given["sheet"], "`sheet`")
        if let row = text(given["header-row"], "`header-row`") {
            if let number = Int(row), (1...1000).contains(number) {
                format.headerRow = number
            } else {
                complain(given["header-row"], "`header-row` must be a whole number from 1 to 1000.")
            }
        }
        format.decimal = sign(given["decimal"], "`decimal`") ?? "."
        format.thousands = sign(given["thousands"], "`thousands`")
        if format.decimal == format.thousands { complain(node, "`decimal` and `thousands` must differ.") }
        return format
    }

    private mutating func sign(_ node: Node?, _ what: String) -> Character? {
        guard let text = text(node, what) else { return nil }
        if text.count == 1, let sign = text.first, !sign.isNumber { return sign }
        complain(node, "\(what) must be one sign.")
        return nil
    }
}

/// `~`, `null` or nothing behind the colon.
func isNothing(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
}
