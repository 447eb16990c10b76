import Vocabulary

/// Checks values against the fields that should hold them.
struct FieldCheck {
    let book: Book
    let mechanism: Mechanism

    /// What is wrong with the values; empty labels count as wrong, since *not reported* is said by leaving a field out.
    func problems(
        in changes: [String: FieldValue], lookup: GroupLookup<some Register>
    ) throws -> [Refusal.Problem] {
        var problems: [Refusal.Problem] = []
        for (name, value) in changes {
            guard let field = mechanism.field(name) else {
                problems.append(problem(.unknownField, name, "the mechanism has no such field."))
                continue
            }
            if let found = try self.problem(value, in: field, lookup: lookup) { problems.append(found) }
        }
        return problems.sorted { ($0.field ?? "", $0.code) < ($1.field ?? "", $1.code) }
    }

    /// Obligatory fields that a new record lacks.
    func missing(in fields: [String: FieldValue]) -> [Refusal.Problem] {
        mechanism.fields.filter { $0.isRequired && fields[$0.name] == nil }
            .map { problem(.missingField, $0.name, "must be filled.") }
    }

    private func problem(
        _ value: FieldValue, in field: Field, lookup: GroupLookup<some Register>
    ) throws -> Refusal.Problem? {
        switch (field.kind, value) {
        case (.text, .text(let text)):
            return text.isEmpty ? problem(.wrongKind, field.name, "is an empty text; leave it out.") : nil
        case (.code(let list), .code(let code)):
            return codeProblem(code, list: list, field: field)
        case (.codes(let list), .codes(let codes)):
            if Set(codes).count != codes.count { return problem(.repeatedValue, field.name, "names a code twice.") }
            return codes.lazy.compactMap { codeProblem($0, list: list, field: field) }.first
        case (.period, .period), (.boolean, .boolean): return nil
        case (.integer(let range), .integer(let number)):
            return range.contains(number)
                ? nil
                : problem(.wrongKind, field.name, "must lie from \(range.lowerBound) to \(range.upperBound).")
        case (.link(let target), .link(let record)):
            return try linkProblem([record], target: target, field: field, lookup: lookup)
        case (.links(let target), .links(let records)):
            if Set(records).count != records.count {
                return problem(.repeatedValue, field.name, "names a record twice.")
            }
            return try linkProblem(records, target: target, field: field, lookup: lookup)
        default: return problem(.wrongKind, field.name, "holds a value of another kind.")
        }
    }

    private func codeProblem(_ code: String, list name: String, field: Field) -> Refusal.Problem? {
        guard let found = book.codeLists[name]?[code] else {
            return problem(.unknownCode, field.name, "the code is not on the list “\(name)”.")
        }
        return found.isRetired
            ? problem(.unknownCode, field.name, "the code “\(code)” is retired and stays for old records only.") : nil
    }

    private func linkProblem(
        _ records: [RecordID], target: String, field: Field, lookup: GroupLookup<some Register>
    ) throws -> Refusal.Problem? {
        for record in records {
            let found = try lookup.mechanism(of: record)
            if target == Field.anyMechanism ? found == nil : found != target {
                return problem(.brokenLink, field.name, "names a record that is no “\(target)”.")
            }
        }
        return nil
    }

    private func problem(_ kind: Refusal.Kind, _ field: String, _ detail: String) -> Refusal.Problem {
        Refusal.Problem(kind, mechanism: mechanism.name, field: field, detail)
    }
}
