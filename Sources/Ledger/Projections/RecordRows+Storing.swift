import Mechanisms

extension RecordRows {
    /// Inserts the rows, sorted by the keys of their tables.
    func insert(into connection: any StoreConnection) throws {
        try connection.insert(standings.sorted(by: <), into: .standing) { row, standing in
            row.append(standing.record)
            row.append(standing.relation)
            row.append(standing.source)
            row.append(standing.place)
            row.append(standing.holder)
            row.append(standing.mechanism)
            row.append(standing.until)
            row.append(standing.restsOn)
        }
        try connection.insert(links.sorted(by: <), into: .link) { row, link in
            row.append(link.target)
            row.append(link.mechanism)
            row.append(link.field)
            row.append(link.source)
        }
        try connection.insert(codes.sorted(by: <), into: .listedCode) { row, code in
            row.append(code.mechanism)
            row.append(code.field)
            row.append(code.value)
            row.append(code.number)
        }
        for (rows, table) in [(days, Projection.listedDay), (dues, .due)] {
            try connection.insert(rows.sorted(by: <), into: table) { row, day in
                row.append(day.number)
                row.append(day.field)
                row.append(day.mechanism)
                row.append(day.day)
            }
        }
        try connection.insert(
            texts.sorted { ($0.number, $0.field) < ($1.number, $1.field) }, into: .listedText, payload: 256
        ) { row, text in
            row.append(text.number)
            row.append(text.field)
            row.append(text.mechanism)
            row.append(text.text)
        }
    }

    /// Deletes the rows, each by the key of its table.
    func delete(from connection: any StoreConnection) throws {
        for row in standings {
            try connection.execute(RecordRows.deleteStanding, row.record, row.relation, row.source, row.place)
        }
        for row in links {
            try connection.execute(RecordRows.deleteLink, row.target, row.mechanism, row.field, row.source)
        }
        for row in codes {
            try connection.execute(RecordRows.deleteCode, row.mechanism, row.field, row.value, row.number)
        }
        for row in days { try connection.execute(RecordRows.deleteDay, row.number, row.field) }
        for row in texts { try connection.execute(RecordRows.deleteText, row.number, row.field) }
        for row in dues { try connection.execute(RecordRows.deleteDue, row.number, row.field) }
    }

    static let deleteStanding = """
        DELETE FROM standing
        WHERE record = :record AND relation = :relation AND source = :source AND place = :place
        """
    static let deleteLink = """
        DELETE FROM link WHERE target = :target AND mechanism = :mechanism AND field = :field AND source = :source
        """
    static let deleteCode = """
        DELETE FROM listed_code
        WHERE mechanism = :mechanism AND field = :field AND value = :value AND number = :number
        """
    static let deleteDay = "DELETE FROM listed_day WHERE number = :number AND field = :field"
    static let deleteText = "DELETE FROM listed_text WHERE number = :number AND field = :field"
    static let deleteDue = "DELETE FROM due WHERE number = :number AND field = :field"
}

extension RecordRows.StandingRow: Comparable {
    static func < (left: Self, right: Self) -> Bool {
        (left.record, left.relation, left.source, left.place) < (
            right.record, right.relation, right.source, right.place
        )
    }
}

extension RecordRows.LinkRow: Comparable {
    static func < (left: Self, right: Self) -> Bool {
        (left.target, left.mechanism, left.field, left.source)
            < (right.target, right.mechanism, right.field, right.source)
    }
}

extension RecordRows.DayRow: Comparable {
    static func < (left: Self, right: Self) -> Bool { (left.number, left.field) < (right.number, right.field) }
}

extension RecordRows.CodeRow: Comparable {
    static func < (left: Self, right: Self) -> Bool {
        (left.mechanism, left.field, left.value, left.number) < (
            right.mechanism, right.field, right.value, right.number
        )
    }
}

extension StoreConnection {
    /// Inserts entries as rows of a derived table, in their order.
    ///
    /// - Parameter payload: Bytes that the texts of a row have at most.
    func insert<Entry>(
        _ entries: [Entry], into projection: Projection, payload: Int = 72,
        _ append: (inout RowEncoder, Entry) -> Void
    ) throws {
        guard !entries.isEmpty else { return }
        var rows = RowBatch(columns: projection.columns)
        for entry in entries { rows.appendRow(payload: payload) { append(&$0, entry) } }
        try insert(rows, with: projection.insert)
    }

    fileprivate func execute(_ sql: String, _ numbers: Int64...) throws {
        try execute(sql, numbers.map(StoredValue.integer))
    }
}
