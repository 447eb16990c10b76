import Mechanisms
import Yams

extension DescriptionReader {
    /// Records in the order of the file; a link may go to a record above only.
    mutating func readRecords(_ node: Node) -> [RecordRule] {
        var read: [RecordRule] = []
        for (name, details) in entries(node, "`records`") {
            if let record = readRecord(name, details, above: read) { read.append(record) }
        }
        if read.isEmpty, problems.isEmpty { complain(node, "`records` names nothing to open.") }
        if !read.isEmpty, read.allSatisfy({ $0.onlyWith != nil }) {
            complain(node, "every record has a `when`: one must be opened by every row, to know the row again by it.")
        }
        return read
    }

    private mutating func readRecord(_ name: String, _ node: Node, above: [RecordRule]) -> RecordRule? {
        let given = fields(
            node, "the record “\(name)”",
            allowed: ["mechanism", "transition", "once-per", "within", "per", "when", "fields"])
        guard let mechanism = text(given["mechanism"], "`mechanism`") else {
            complain(node, "the record “\(name)” needs a `mechanism`.")
            return nil
        }
        guard known.mechanismNames.contains(mechanism) else {
            complain(given["mechanism"], unknown: "the mechanism", mechanism, known: known.mechanismNames)
            return nil
        }
        let fields = readFields(given["fields"], of: mechanism, above: above)
        for field in known.fields(of: mechanism)
        where field.isRequired && !fields.contains(where: { $0.name == field.name }) {
            complain(
                node, "the record “\(name)” needs the field “\(field.name)”: a \(mechanism) cannot be opened without.")
        }
        return RecordRule(
            name: name, mechanism: mechanism, transition: readTransition(given["transition"], of: mechanism, at: node),
            repetition: readRepetition(given, fields, at: node), onlyWith: columnName(given["when"], "`when`"),
            fields: fields)
    }

    private mutating func readRepetition(
        _ given: [String: Node], _ fields: [FieldRule], at node: Node
    ) -> RecordRule.Repetition {
        if let onceNode = given["once-per"], let field = text(onceNode, "`once-per`") {
            guard case .firstOf? = fields.first(where: { $0.name == field && $0.kind == .text })?.rule else {
                complain(onceNode, "`once-per` must name a text field of the record that comes from a column.")
                return .eachRow
            }
            if given["per"] != nil { complain(given["per"], "`per` and `once-per` exclude each other.") }
            return .eachValue(field: field, inRegister: readsRegisterWide(given["within"]))
        }
        if given["within"] != nil { complain(given["within"], "`within` belongs to `once-per`.") }
        switch text(given["per"], "`per`") {
        case nil, "person": return .eachPerson
        case "row": return .eachRow
        case let word?:
            complain(given["per"], unknown: "`per`", word, known: ["person", "row"])
            return .eachPerson
        }
    }

    private mutating func readsRegisterWide(_ node: Node?) -> Bool {
        switch text(node, "`within`") {
        case nil, "source": return false
        case "register": return true
        case let word?:
            complain(node, unknown: "`within`", word, known: ["source", "register"])
            return false
        }
    }

    private mutating func readTransition(_ node: Node?, of mechanism: String, at record: Node) -> ValueRule {
        let openings = known.openings(of: mechanism)
        guard let node else {
            if openings.count > 1 {
                complain(
                    record, "`transition` is missing; a \(mechanism) may open by: \(openings.joined(separator: ", ")).")
            }
            return .constant(openings.first ?? "open")
        }
        if let name = node.scalar?.string {
            if !openings.contains(name) {
                complain(node, unknown: "the opening transition", name, known: openings)
            }
            return .constant(name)
        }
        return value(node, "`transition`", as: .code(list: ""), codes: openings) ?? .constant("open")
    }

    private mutating func readFields(_ node: Node?, of mechanism: String, above: [RecordRule]) -> [FieldRule] {
        guard let node else { return [] }
        let knownFields = known.fields(of: mechanism)
        var read: [FieldRule] = []
        for (name, details) in entries(node, "`fields`") {
            guard let field = knownFields.first(where: { $0.name == name }) else {
                complain(details, unknown: "the field of \(mechanism)", name, known: knownFields.map(\.name))
                continue
            }
            let rule: ValueRule? =
                switch field.kind {
                case .link(let target), .links(let target): link(details, "“\(name)”", to: target, above: above)
                default: value(details, "“\(name)”", as: field.kind)
                }
            guard let rule else { continue }
            read.append(
                FieldRule(
                    name: name, kind: field.kind, isIdentity: field.isIdentity, isRequired: field.isRequired, rule: rule
                ))
        }
        return read
    }

    private mutating func link(_ node: Node, _ what: String, to target: String, above: [RecordRule]) -> ValueRule? {
        let given = fields(node, what, allowed: ["link"])
        guard let names = texts(given["link"], "`link`") else {
            complain(node, "\(what) links to a \(target): write `link:` and the name of a record above.")
            return nil
        }
        for name in names {
            guard let record = above.first(where: { $0.name == name }) else {
                complain(node, unknown: "\(what): the record above", name, known: above.map(\.name))
                continue
            }
            if record.mechanism != target {
                complain(node, "\(what) links to a \(target), but “\(name)” is a \(record.mechanism).")
            }
        }
        return .link(names)
    }
}
