package import Intake
import Ledger
import Mechanisms
package import Vocabulary

// Goals, in order: (1) nothing is entered that the book's own rules refuse; (2) the same list again changes nothing; (3) the
// order of rows does not matter: whoever names a next one is entered after it.

/// A list of contact points, row by row into the register.
package struct ContactImport {
    private var work: RowByRow
    private let countries: CodeNames
    private let tasks: CodeNames
    private let languages: CodeNames
    private let kinds: CodeNames
    private var agencies: [String: RecordID]
    /// What some row of the list says of the kind of an agency.
    private var agencyKinds: [String: String] = [:]
    /// By agency and name.
    private var present: [[String]: RecordState]

    package var findings: [Finding] { work.findings }
    package var entered: Int { work.entered }

    package init(_ work: RowByRow) throws {
        let (registry, asking) = (work.registry, work.asking)
        (countries, tasks) = (CodeNames(registry.book, "countries"), CodeNames(registry.book, "contact-tasks"))
        languages = CodeNames(registry.book, "languages")
        kinds = CodeNames(registry.book, "organisation-kinds")
        let houses = registry.directory.organisations.values.filter(\.isActive).sorted { $0.id < $1.id }
        agencies = Dictionary(houses.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
        let states = try registry.readable("contact-point", asking).filter { $0.state == "active" }
        present = Dictionary(
            states.map { ([$0.link("organisation")?.description ?? "", $0.text("title") ?? ""], $0) },
            uniquingKeysWith: { first, _ in first })
        self.work = work
    }

    /// Contact points that the register does not have; those that it has stay as they are.
    package mutating func take(_ rows: [ContactReader.Row]) throws {
        agencyKinds = Dictionary(
            rows.compactMap { row in row.agencyKind.map { (row.agency, $0) } }, uniquingKeysWith: { first, _ in first })
        var waiting = rows
        while !waiting.isEmpty {
            let ready = waiting.filter { row in
                row.next.map { next in !waiting.contains { $0.name == next && $0.line != row.line } } ?? true
            }
            guard !ready.isEmpty else {
                for row in waiting { unknown(row, "next", row.next ?? "", "it leads in a circle") }
                break
            }
            for row in ready { try take(row) }
            waiting.removeAll { ready.contains($0) }
        }
        work.findings.sort { ($0.place.row ?? 0, $0.code) < ($1.place.row ?? 0, $1.code) }
    }

    private mutating func take(_ row: ContactReader.Row) throws {
        guard let country = countries[row.state] else { return unknown(row, "state", row.state) }
        guard let tasks = codes(row.tasks, tasks, "tasks", row),
            let languages = codes(row.languages, languages, "languages", row)
        else { return }
        var next: RecordID?
        if let name = row.next {
            guard let found = contact(named: name, of: row) else { return unknown(row, "next", name) }
            next = found
        }
        guard let (agency, opening) = self.agency(of: row, in: country) else { return }
        let changes = row.changes(country, agency, tasks, languages, next)
        if let state = present[[agency.description, row.name]] { return compare(state, changes, row) }
        let record = work.makeID()
        let before = work.entered
        try work.submit(
            opening + [RowByRow.opening("contact-point", record, "enter", changes, on: work.registry.today)]
        ) { ContactFinding.refusal($0, row.line) }
        guard work.entered > before else { return }
        agencies[row.agency] = agency
        present[[agency.description, row.name]] = try work.registry.ledger.record(record)
    }

    private mutating func compare(_ state: RecordState, _ changes: [String: FieldValue], _ row: ContactReader.Row) {
        let differing = changes.keys.filter { changes[$0] != state.fields[$0] }.sorted()
        work.findings.append(
            differing.isEmpty
                ? ContactFinding.known.finding(
                    line: row.line, nil, "“\(row.name)” of “\(row.agency)” is in the register already.",
                    remedy: "Nothing.", about: [row.name])
                : ContactFinding.differs.finding(
                    line: row.line, differing.first,
                    "“\(row.name)” of “\(row.agency)” says otherwise in the register: "
                        + "\(differing.joined(separator: ", ")).",
                    remedy: "Call the number; correct the contact point in the register by hand.", about: differing))
    }

    /// One that is of the row's own agency before one of another.
    private func contact(named name: String, of row: ContactReader.Row) -> RecordID? {
        if let own = agencies[row.agency].flatMap({ present[[$0.description, name]] }) { return own.record }
        let others = present.filter { $0.key.last == name }.map { $0.value.record }
        return others.count == 1 ? others.first : nil
    }

    /// The agency, and the command that opens it where the row says of which kind it is.
    private mutating func agency(of row: ContactReader.Row, in country: String) -> (RecordID, [Command])? {
        if let known = agencies[row.agency] { return (known, []) }
        let named = agencyKinds[row.agency]
        guard let kind = named.flatMap({ kinds[$0] }) else {
            unknown(
                row, named == nil ? "agency" : "agency-kind", named ?? row.agency,
                "enter it first, or say its kind under “agency-kind”")
            return nil
        }
        let record = work.makeID()
        let changes: [String: FieldValue] = [
            "name": .text(row.agency), "kind": .code(kind), "country": .code(country),
        ]
        return (record, [RowByRow.opening("organisation", record, "open", changes, on: work.registry.today)])
    }

    private mutating func codes(
        _ names: [String], _ list: CodeNames, _ column: String, _ row: ContactReader.Row
    ) -> [String]? {
        var codes: [String] = []
        for name in names {
            guard let code = list[name] else {
                unknown(row, column, name)
                return nil
            }
            if !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    private mutating func unknown(
        _ row: ContactReader.Row, _ column: String, _ name: String, _ why: String = "write it as the register has it"
    ) {
        work.findings.append(
            ContactFinding.unknown.finding(
                line: row.line, column, "“\(name)” is not known; the row was left out.",
                remedy: "Look at it: \(why).", about: [name]))
    }
}

/// A list of holidays, row by row into the register.
package struct HolidayImport {
    private var work: RowByRow
    private let countries: CodeNames
    private var present: [Holiday]

    package var findings: [Finding] { work.findings }
    package var entered: Int { work.entered }

    package init(_ work: RowByRow) throws {
        countries = CodeNames(work.registry.book, "countries")
        present = try work.registry.readable("holiday", work.asking).compactMap(Holiday.init)
        self.work = work
    }

    /// Holidays that the register does not have.
    package mutating func take(_ rows: [HolidayReader.Row]) throws {
        for row in rows { try take(row) }
    }

    private mutating func take(_ row: HolidayReader.Row) throws {
        guard let country = countries[row.state] else {
            work.findings.append(
                ContactFinding.unknown.finding(
                    line: row.line, "state", "“\(row.state)” is no state of the register's list.",
                    remedy: "Write its two letters (ISO 3166), or its name as the register has it.", about: [row.state])
            )
            return
        }
        guard !present.contains(where: { $0.country == country && $0.falls(on: row.day) }) else {
            work.findings.append(
                ContactFinding.known.finding(
                    line: row.line, nil, "The register has a holiday of \(country) on \(row.day) already.",
                    remedy: "Nothing.", about: [country]))
            return
        }
        var changes: [String: FieldValue] = [
            "country": .code(country), "name": .text(row.name), "day": .period(.day(row.day)),
        ]
        if row.isYearly { changes["yearly"] = .boolean(true) }
        let record = work.makeID()
        let before = work.entered
        try work.submit([RowByRow.opening("holiday", record, "enter", changes, on: work.registry.today)]) {
            ContactFinding.refusal($0, row.line)
        }
        if work.entered > before, let state = try work.registry.ledger.record(record), let taken = Holiday(state) {
            present.append(taken)
        }
    }
}

extension ContactFinding {
    fileprivate static func refusal(_ problem: Refusal.Problem, _ line: Int) -> Finding {
        refused.finding(
            line: line, problem.field, "\(problem.code) \(problem.message)",
            remedy: "Correct the row, and bring the list in again.", about: [problem.code])
    }
}

extension ContactReader.Row {
    /// What the row says, as fields of a contact point.
    fileprivate func changes(
        _ country: String, _ agency: RecordID, _ tasks: [String], _ languages: [String], _ next: RecordID?
    ) -> [String: FieldValue] {
        var changes: [String: FieldValue] = [
            "title": .text(name), "organisation": .link(agency), "country": .code(country), "tasks": .codes(tasks),
            "languages": .codes(languages), "telephone": .text(telephone), "time-zone": .text(zone),
            "hours": .text(hours),
        ]
        changes["secure-mail"] = secureMail.map(FieldValue.text)
        changes["messenger"] = messenger.map(FieldValue.text)
        changes["special-days"] = specialDays.map(FieldValue.text)
        changes["priority"] = priority.map(FieldValue.integer)
        changes["next"] = next.map(FieldValue.link)
        return changes
    }
}
