import Access
import Mechanisms
import Vocabulary

/// Makes the rows that follow from a record as it is now: a function of the record and the rules, and nothing else, so
/// that a row cannot outlive its reason.
struct RecordDerivation {
    let rules: ProjectionRules
    /// Where the events are, those of the transaction under way among them.
    let events: any StoreConnection
    var words: WordBook
    var numbers: RecordNumbers

    /// Gives numbers to the words of an event; all that rows can speak of because of it.
    mutating func learn(_ draft: EventDraft, by author: EventAuthor) throws {
        let rules = rules.rules(of: draft.mechanism)
        var missing: [String] = []
        func note(_ text: String) { if !words.knows(text) { missing.append(text) } }
        note(draft.mechanism)
        note(draft.state)
        for (name, value) in draft.changes {
            if let listed = rules.listed[name], listed.kind == .code { value.codeWords.forEach(note) }
            if rules.holderFields.contains(name) { value.linked.forEach { note($0.description) } }
            switch value {
            case .link, .links: note(name)
            default: if rules.listed[name] != nil || rules.dues.contains(where: { $0.name == name }) { note(name) }
            }
        }
        for clause in rules.retention { note(clause.clock) }
        if draft.version == 1 {
            if let organisation = author.organisation { note(organisation) }
            if rules.hasAuthor { note(author.account) }
        }
        if !missing.isEmpty { try words.learn(missing) }
    }

    mutating func rows(of record: FoldedRecord) throws -> RecordRows {
        let rules = rules.rules(of: record.mechanism)
        let mechanism = try words.number(of: record.mechanism)
        var rows = RecordRows()
        for (name, value) in record.fields {
            if !value.linked.isEmpty { try addLinks(value.linked, by: name, of: record, mechanism, to: &rows) }
            if let listed = rules.listed[name] {
                try addListed(value, listed.kind, of: name, record, mechanism, to: &rows)
            }
        }
        try addDays(of: record, rules, mechanism, to: &rows)
        try addOwner(of: record, rules, mechanism, to: &rows)
        for (place, standing) in rules.standings.enumerated() {
            try add(standing, at: Int64(place + 1), of: record, mechanism, to: &rows)
        }
        return rows
    }

    /// By when somebody must act, and from when on it is kept.
    private mutating func addDays(
        of record: FoldedRecord, _ rules: MechanismRules, _ mechanism: Int64, to rows: inout RecordRows
    ) throws {
        func row(_ name: String, _ day: CalendarDate) throws -> RecordRows.DayRow {
            RecordRows.DayRow(
                number: record.number, field: try words.number(of: name), mechanism: mechanism,
                day: Int64(day.daysSinceEpoch))
        }
        for due in rules.dues(in: record.state) {
            guard case .period(let period)? = record.fields[due.name] else { continue }
            rows.dues.append(try row(due.name, period.end))
        }
        for clause in rules.retention {
            let isClosed = rules.closedStates.contains(record.state)
            let start = clause.start.day(
                isClosed: isClosed, effective: record.effective, fields: record.fields)
            if let start { rows.days.append(try row(clause.clock, start)) }
        }
    }

    private mutating func addLinks(
        _ targets: [RecordID], by field: String, of record: FoldedRecord, _ mechanism: Int64, to rows: inout RecordRows
    ) throws {
        let field = try words.number(of: field)
        for target in targets {
            guard let place = try numbers.place(of: target, upTo: record.last) else { continue }
            rows.links.append(
                RecordRows.LinkRow(target: place.number, mechanism: mechanism, field: field, source: record.number))
        }
    }

    private mutating func addListed(
        _ value: FieldValue, _ kind: MechanismRules.Listed.Kind, of name: String, _ record: FoldedRecord,
        _ mechanism: Int64, to rows: inout RecordRows
    ) throws {
        if kind == .link { return }
        let field = try words.number(of: name)
        switch (kind, value) {
        case (.code, _):
            for word in value.codeWords {
                rows.codes.append(
                    RecordRows.CodeRow(
                        mechanism: mechanism, field: field, value: try words.number(of: word), number: record.number))
            }
        case (.day, .period(let period)):
            rows.days.append(
                RecordRows.DayRow(
                    number: record.number, field: field, mechanism: mechanism,
                    day: Int64(period.start.daysSinceEpoch)))
        case (.text, .text(let text)):
            rows.texts.append(
                RecordRows.TextRow(
                    number: record.number, field: field, mechanism: mechanism, text: ListedText.fold(text)))
        default: break
        }
    }

    /// To whom it belongs: the organisation that its owner field names, else that of whoever opened it.
    private mutating func addOwner(
        of record: FoldedRecord, _ rules: MechanismRules, _ mechanism: Int64, to rows: inout RecordRows
    ) throws {
        let declared = rules.owner.flatMap { record.linked(by: $0).first?.description }
        guard let owner = declared ?? record.author.organisation else { return }
        rows.standings.append(
            RecordRows.StandingRow(
                record: record.number, relation: Relation.ownOrganisation.number, source: record.number, place: 0,
                holder: try words.number(of: owner), mechanism: mechanism, until: RecordRows.forever, restsOn: 0))
    }

    private mutating func add(
        _ standing: Standing, at place: Int64, of record: FoldedRecord, _ mechanism: Int64, to rows: inout RecordRows
    ) throws {
        if let states = standing.whileIn, !states.contains(record.state) { return }
        guard let holder = holder(of: standing, record), let (relation, restsOn) = try basis(of: standing, record)
        else {
            return
        }
        var reached: [RecordNumbers.Place] =
            standing.toItself ? [RecordNumbers.Place(number: record.number, mechanism: mechanism)] : []
        if let terms = standing.terms, restsOn != 0, try !agrees(terms, restsOn, with: record, of: standing) { return }
        let person = try standing.terms.flatMap { try self.person(of: restsOn, $0, upTo: record.last) }
        for target in Set(standing.toLinked.flatMap { record.linked(by: $0) }) {
            guard let place = try numbers.place(of: target, upTo: record.last), place.number != record.number else {
                continue
            }
            // A consent carries no other person; what else is about one is for the book to say when the share is offered.
            if let person, place.mechanism == person.mechanism, place.number != person.number { continue }
            reached.append(place)
        }
        let until = end(of: standing, record)
        let holderNumber = try words.number(of: holder)
        for target in reached {
            rows.standings.append(
                RecordRows.StandingRow(
                    record: target.number, relation: relation.number, source: record.number, place: place,
                    holder: holderNumber, mechanism: target.mechanism, until: until, restsOn: restsOn))
        }
    }

    /// Whether a consent, as it was given, is for the purpose and the receiver of what rests on it.
    private func agrees(
        _ terms: ConsentTerms, _ consent: Int64, with record: FoldedRecord, of standing: Standing
    ) throws -> Bool {
        let given = try RecordLookup.opening(at: consent, events)
        guard given[terms.purpose] == record.fields[terms.purpose] else { return false }
        guard let recipient = given[terms.recipient]?.linked.first else { return true }
        return standing.holderField.map { record.linked(by: $0) == [recipient] } ?? false
    }

    private mutating func person(
        of consent: Int64, _ terms: ConsentTerms, upTo last: Int64
    ) throws -> RecordNumbers.Place? {
        guard consent != 0, let person = try RecordLookup.opening(at: consent, events)[terms.person]?.linked.first
        else {
            return nil
        }
        return try numbers.place(of: person, upTo: last)
    }

    private func holder(of standing: Standing, _ record: FoldedRecord) -> String? {
        switch standing.holder {
        case .organisation(let field), .post(let field): record.linked(by: field).first?.description
        case .author: record.author.account
        case .bearer: record.id.description
        }
    }

    /// Nil where the record names no basis, or consent without saying which.
    private mutating func basis(
        of standing: Standing, _ record: FoldedRecord
    ) throws -> (relation: Relation, restsOn: Int64)? {
        switch standing.rests {
        case .on(let relation): return (relation, 0)
        case .onBasis(let field, let consent):
            guard case .code(let basis)? = record.fields[field] else { return nil }
            guard basis == Basis.consent.rawValue else { return (.sharedByLaw, 0) }
            guard let given = record.linked(by: consent).first,
                let place = try numbers.place(of: given, upTo: record.last)
            else { return nil }
            return (.sharedByConsent, place.number)
        }
    }

    /// Milliseconds since 1970 from which on it no longer holds.
    private func end(of standing: Standing, _ record: FoldedRecord) -> Int64 {
        var until = RecordRows.forever
        if let field = standing.until, case .period(let period)? = record.fields[field] {
            until = Timestamp.endOf(period.end).milliseconds
        }
        if let hours = standing.hours {
            until = min(until, record.author.recordedAt.milliseconds + Int64(hours) * 3_600_000)
        }
        return until
    }
}

/// The form in which texts of lists are kept and looked for.
enum ListedText {
    /// Folded as names are, at most 64 letters.
    static func fold(_ text: String) -> String { String(NameFolding.fold(text).prefix(64)) }
}

extension FieldValue {
    /// What a list filters by, where it is a code, a number or an answer.
    var codeWords: [String] {
        switch self {
        case .code(let code): [code]
        case .codes(let codes): codes
        case .integer(let number): [String(number)]
        case .boolean(let answer): [String(answer)]
        default: []
        }
    }
}
