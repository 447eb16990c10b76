package import Intake
import Mechanisms
package import Vocabulary

// Goals, in order: (1) nothing is entered that the book's own rules refuse: each row is asked by itself, so that the good
// ones go in; (2) the same list again changes nothing; (3) what the list says differently from the treaty's rule is said.

/// A list of acts on treaties, row by row into the register.
///
/// Rows are taken in the order of their days, a Convention before its Protocols, whatever their order in the file: an
/// accession to both on one day is no accession to the Protocol alone.
package struct TreatyActImport {
    private var work: RowByRow
    private let names: TreatyPartyNames
    private var law: TreatyLaw
    /// What was taken from the list so far, so that a row that stands twice is one act.
    private var taken: Set<[String]> = []

    package var findings: [Finding] { work.findings }
    package var entered: Int { work.entered }

    package init(_ work: RowByRow) throws {
        self.work = work
        names = TreatyPartyNames(work.registry.book)
        law = try work.registry.treatyLaw(work.asking)
    }

    /// Acts that the register does not have.
    package mutating func take(_ rows: [TreatyActReader.Row]) throws {
        let known = rows.compactMap { row -> (row: TreatyActReader.Row, treaty: TreatyTerms)? in
            guard let treaty = treaty(row.treaty) else {
                unknownTreaty(row.treaty, "treaty", row.line)
                return nil
            }
            return (row, treaty)
        }
        let order = Dictionary(law.treaties.enumerated().map { ($1.record, $0) }, uniquingKeysWith: { a, _ in a })
        func place(_ known: (row: TreatyActReader.Row, treaty: TreatyTerms)) -> (CalendarDate, Int, Int) {
            (known.row.day, order[known.treaty.record] ?? 0, known.row.line)
        }
        for (row, treaty) in known.sorted(by: { place($0) < place($1) }) { try take(row, treaty) }
        law = try work.registry.treatyLaw(work.asking)
        for (row, treaty) in known { compare(row, treaty) }
        work.findings.sort { ($0.place.row ?? 0, $0.code) < ($1.place.row ?? 0, $1.code) }
    }

    private mutating func take(_ row: TreatyActReader.Row, _ treaty: TreatyTerms) throws {
        guard let party = names[row.party] else {
            work.findings.append(
                TreatyFinding.partyUnknown.finding(
                    line: row.line, "party", "“\(row.party)” is no state or organisation of the register's lists.",
                    remedy: "Write its two letters (ISO 3166), or its name as the register has it.", about: [row.party])
            )
            return
        }
        guard TreatyAct.Kind(rawValue: row.kind) != nil else {
            work.findings.append(
                TreatyFinding.kindUnknown.finding(
                    line: row.line, "kind", "“\(row.kind)” is no kind of act.",
                    remedy: "Write one of: \(TreatyAct.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
                    about: [row.kind]))
            return
        }
        let present = law.membership(of: party, in: treaty.record).acts
        let isNew = taken.insert([treaty.record.description, party.code, row.kind, row.day.description, row.text ?? ""])
            .inserted
        if !isNew
            || present.contains(where: {
                $0.kind.rawValue == row.kind && $0.day == row.day && (row.text == nil || $0.text == row.text)
            })
        {
            work.findings.append(
                TreatyFinding.known.finding(
                    line: row.line, nil, "The register has this act already.", remedy: "Nothing."))
            return
        }
        let changes = row.changes(by: party, on: treaty)
        let command = RowByRow.opening("treaty-act", work.makeID(), "record", changes, on: row.day)
        try work.submit([command]) { TreatyFinding.refusal($0, row.line) }
    }

    /// Says where the list has another day of effect than the treaty's rule.
    private mutating func compare(_ row: TreatyActReader.Row, _ treaty: TreatyTerms) {
        guard let said = row.effectiveOn, let party = names[row.party], let kind = TreatyAct.Kind(rawValue: row.kind),
            kind.binds || kind == .denunciation
        else { return }
        let membership = law.membership(of: party, in: treaty.record)
        let spell = membership.spells.first { spell in
            if case .denounced(let act)? = spell.ending, kind == .denunciation { return act.day == row.day }
            return kind.binds && spell.consent.day == row.day
        }
        guard let spell, let reckoned = kind.binds ? spell.from : spell.until, reckoned != said else { return }
        work.findings.append(
            TreatyFinding.effectDiffers.finding(
                line: row.line, "effective",
                "The list says \(said); by the rule of “\(treaty.name)” it is \(reckoned).",
                remedy:
                    "Look at the treaty's rule and the list; give the act a day of effect of its own if the list is right.",
                about: [said.description, reckoned.description]))
    }

    private func treaty(_ name: String) -> TreatyTerms? { law.treaty(named: name) }

    private mutating func unknownTreaty(_ name: String, _ column: String, _ line: Int) {
        work.findings.append(TreatyFinding.unknownTreaty(name, column, line))
    }
}

extension TreatyActReader.Row {
    /// What the row says, as fields of an act.
    ///
    /// The treaty's own rule says when a consent takes effect; the list's day overrules it only where there is no rule.
    fileprivate func changes(by party: TreatyParty, on treaty: TreatyTerms) -> [String: FieldValue] {
        var changes: [String: FieldValue] = [
            "treaty": .link(treaty.record), "kind": .code(kind), "done-on": .period(.day(day)),
        ]
        changes[party.change.field] = party.change.value
        changes["document"] = document.map(FieldValue.text)
        changes["text"] = text.map(FieldValue.text)
        changes["source"] = source.map(FieldValue.text)
        changes["lifted-on"] = liftedOn.map { .period(.day($0)) }
        let hasNoRule = kind == "succession" || (kind == "denunciation" && treaty.withdrawal == nil)
        changes["effective-on"] = hasNoRule ? effectiveOn.map { .period(.day($0)) } : nil
        return changes
    }
}
