package import Intake
import Ledger
import Mechanisms
package import Vocabulary

/// A list of treaties into the register: those that it has stay as they are.
package struct TreatyTermsImport {
    private var work: RowByRow
    private var law: TreatyLaw

    package var findings: [Finding] { work.findings }
    package var entered: Int { work.entered }

    package init(_ work: RowByRow) throws {
        self.work = work
        law = try work.registry.treatyLaw(work.asking)
    }

    /// Treaties that the register does not have; those that it has stay as they are.
    package mutating func take(_ rows: [TreatyTermsReader.Row]) throws {
        var waiting = rows
        // Parents first, whatever their order in the list.
        while !waiting.isEmpty {
            let ready = waiting.filter { row in
                row.parent.map { parent in !waiting.contains { $0.reference == parent || $0.title == parent } } ?? true
            }
            guard !ready.isEmpty else {
                for row in waiting { unknownTreaty(row.parent ?? "", "parent", row.line) }
                return
            }
            for row in ready { try take(row) }
            waiting.removeAll { ready.contains($0) }
            law = try work.registry.treatyLaw(work.asking)
        }
    }

    private mutating func take(_ row: TreatyTermsReader.Row) throws {
        var parent: RecordID?
        if let name = row.parent {
            guard let found = treaty(name) else { return unknownTreaty(name, "parent", row.line) }
            parent = found.record
        }
        let changes = row.changes(under: parent)
        if let present = treaty(row.reference ?? row.title) ?? treaty(row.title) {
            let fields = try work.registry.ledger.record(present.record)?.fields ?? [:]
            let differing = changes.keys.filter { changes[$0] != fields[$0] }.sorted()
            work.findings.append(
                differing.isEmpty
                    ? TreatyFinding.known.finding(
                        line: row.line, nil, "“\(present.name)” is in the register already.", remedy: "Nothing.",
                        about: [present.name])
                    : TreatyFinding.termsDiffer.finding(
                        line: row.line, nil,
                        "“\(present.name)” has other terms in the register: \(differing.joined(separator: ", ")).",
                        remedy: "Look at both; correct the treaty in the register by hand.", about: differing))
            return
        }
        let command = RowByRow.opening("treaty", work.makeID(), "enter", changes, on: row.adoptedOn)
        try work.submit([command]) { TreatyFinding.refusal($0, row.line) }
    }

    private func treaty(_ name: String) -> TreatyTerms? { law.treaty(named: name) }

    private mutating func unknownTreaty(_ name: String, _ column: String, _ line: Int) {
        work.findings.append(TreatyFinding.unknownTreaty(name, column, line))
    }
}

extension TreatyTermsReader.Row {
    /// What the row says, as fields of a treaty.
    fileprivate func changes(under parent: RecordID?) -> [String: FieldValue] {
        var changes: [String: FieldValue] = [
            "title": .text(title), "adopted-on": .period(.day(adoptedOn)), "later-time": .integer(later.time),
            "later-unit": .code(later.unit),
        ]
        changes["reference"] = reference.map(FieldValue.text)
        changes["depositary"] = depositary.map(FieldValue.text)
        changes["parent"] = parent.map(FieldValue.link)
        changes["prerequisite"] = prerequisite.map(FieldValue.code)
        changes["entry-consents"] = entryConsents.map(FieldValue.integer)
        changes["entry-time"] = entry.map { .integer($0.time) }
        changes["entry-unit"] = entry.map { .code($0.unit) }
        changes["withdrawal-time"] = withdrawal.map { .integer($0.time) }
        changes["withdrawal-unit"] = withdrawal.map { .code($0.unit) }
        changes["organisations-count"] = organisationsCount ? .boolean(true) : nil
        changes["in-force-on"] = inForceOn.map { .period(.day($0)) }
        changes["source"] = source.map(FieldValue.text)
        return changes
    }
}
