import Access
import Statistics

/// What an estimate is made from.
struct EstimateInput {
    let table: ReportedTable
    /// What it is called in what is written: the last part of a file's path, or the register.
    let name: String
    /// SHA-256 of the file, or of the ledger's event up to which was looked.
    let hash: String
    /// Who may see the result; nil where it goes to whoever has the file.
    var marking: Marking?
}
