import Linkage

/// The records of all files, with what they are called outside of the run.
struct LinkRecords {
    let table: RecordTable
    /// The file of each source, by its last part.
    let files: [String]
    /// The first record of every source.
    let starts: [Int]
    /// Of each record, the row it came from, as a spreadsheet shows it.
    let rows: [Int32]
    /// Of each record, the text of the id column; empty where no column was named.
    let ids: [String]
    /// Rows whose text is partly unreadable in the file's encoding.
    let unreadable: Int

    func source(of record: Int) -> Int { (starts.lastIndex { $0 <= record }) ?? 0 }

    /// The id column's text, or the row where there is none.
    func id(of record: Int) -> String { ids.isEmpty ? String(rows[record]) : ids[record] }

    /// What names a record in every run: the place of its file, and its id.
    func name(_ record: Int) -> String { "\(source(of: record) + 1)\u{1F}\(id(of: record))" }
}
