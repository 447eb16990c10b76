import Foundation
import Intake
import Linkage
import Mechanisms

/// Reads an agency's file and makes its packet.
struct BlindEncoding {
    let file: String
    let idColumn: String?
    let maker: PacketMaker

    /// A packet with what stays at home.
    struct Encoded {
        let made: PacketMaker.Made
        /// Of each record, its row as a spreadsheet shows it, its id, and its person.
        let rows: [Int32]
        let ids: [String]
        let persons: [Int]
        let filters: [BitFilter]
        /// Persons all of whose keys are known of somebody else too; filters tell nothing of it.
        var unfindable = 0

        static let tokenColumns = ["token", "row", "id", "person"]

        func writeTokens(to place: String) throws {
            var text = CSVText.line(Encoded.tokenColumns) + "\n"
            for (place, record) in made.order.enumerated() {
                text +=
                    CSVText.line([
                        made.packet.token(place), String(rows[record]),
                        ids.isEmpty ? String(rows[record]) : ids[record],
                        String(persons[record] + 1),
                    ]) + "\n"
            }
            try? FileManager.default.removeItem(atPath: place)
            let file = LazyFile(place)
            try file.write(Array(text.utf8))
            try file.close()
        }

        /// The filters as `clkutil hash` writes them.
        func clks() -> [UInt8] {
            Array(JSON.members(["clks": .array(filters.map { .text($0.base64) })]).text().utf8)
        }
    }

    func keys(_ roles: ColumnRoles, isOneToOne: Bool) throws -> Encoded {
        var description = LinkDescription()
        description.roles = roles
        let records = try LinkReader(files: [file], idColumns: OptionByFile(said: idColumn.map { [$0] } ?? [])).read(
            description)
        let persons = try isOneToOne ? Array(0..<records.table.count) : self.persons(records)
        let keys = try MatchKeys(records.table, persons: persons)
        var generator = SystemRandomNumberGenerator()
        let bar = ProgressBar(label: "Encoding")
        defer { bar.end() }
        let made = try maker.packet(of: keys, using: &generator) { done in
            bar.show(done, of: keys.count, detail: "records")
        }
        return Encoded(
            made: made, rows: records.rows, ids: records.ids, persons: persons, filters: [],
            unfindable: keys.unfindable)
    }

    /// Who is twice in the file is found in the clear, at home: a tag of two records would be nobody's.
    private func persons(_ records: LinkRecords) throws -> [Int] {
        var persons = Array(0..<records.table.count)
        guard records.table.count > 2 else { return persons }
        let result = try LinkRun(records.table, options: LinkOptions(), name: records.name).finish { _, _ in }
        for group in result.groups {
            for record in group.records { persons[record] = group.records[0] }
        }
        return persons
    }

    func filters(schema bytes: [UInt8], hardening: FilterHardening, secret: [UInt8]) throws -> Encoded {
        let schema = try FilterSchema(json: Data(bytes))
        var rows = try TableRows(FileBytes(path: file))
        func place(_ column: String) throws -> Int {
            guard let place = rows.header.firstIndex(of: column) else {
                throw LinkageFailure.unknownColumn(name: column, known: rows.header)
            }
            return place
        }
        let places = try schema.features.map { try place($0.identifier) }
        let saltPlace = try hardening.saltColumn.map(place)
        let idPlace = try idColumn.map(place)
        var encoder = HardenedEncoder(schema, secret: secret, hardening: hardening)
        var (filters, numbers, ids): ([BitFilter], [Int32], [String]) = ([], [], [])
        var row = Row()
        while try rows.next(into: &row) {
            let values = places.map { row.text($0) }
            filters.append(
                try encoder.filter(values, salt: saltPlace.map { row.trimmed($0) }, row: row.number))
            numbers.append(Int32(truncatingIfNeeded: row.number))
            if let idPlace { ids.append(row.trimmed(idPlace)) }
        }
        var generator = SystemRandomNumberGenerator()
        let made = try maker.packet(of: filters, schema: bytes + hardening.bytes, using: &generator)
        return Encoded(
            made: made, rows: numbers, ids: ids, persons: Array(filters.indices), filters: filters)
    }
}
