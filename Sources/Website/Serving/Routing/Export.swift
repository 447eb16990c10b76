/// What can be taken out of the house as a file or on paper, all of it.
///
/// A route that gives one says so, and a file that its route did not announce is not sent: none leaves without its row
/// of the policy and its marking.
package enum Export: String, Sendable, CaseIterable {
    case listAsCSV = "list, CSV"
    case listAsWorkbook = "list, XLSX"
    case recordOnPaper = "record on paper"
    case accessesOnPaper = "accesses to a person, on paper"
    case accessesAsCSV = "accesses to a person, CSV"
    case subjectAccessOnPaper = "subject access, on paper"
    case subjectAccessAsJSON = "subject access, JSON"
    case importFindings = "findings of an import, CSV"
    case rowsToCorrect = "rows of an import to correct, CSV"
    case consolidationAsCSV = "answers to a questionnaire, CSV"
    case document = "file of a document"
    case treatiesAsCSV = "parties to treaties on a day, CSV"
    case overviewAsCSV = "overview, CSV"
    case contactManualOnPaper = "manual of contacts, on paper"
    case circulationListOnPaper = "members of a circulation list, on paper"
    case planChangesAsCSV = "what changed in a plan between two days, CSV"
    case releasedFile = "file of a release"

    /// Where its distribution marking stands.
    package enum Place: String, Sendable {
        case everyRow = "each row, and the name of the file"
        case everyRowAndSheet = "each row, the head, each printed sheet, and the name of the file"
        case everySheet = "the page, and each printed sheet"
        case head = "the head, and the name of the file"
        /// Of bytes that are not the house's own, or must come back as they were.
        case name = "the name of the file"
        /// The names of released files stand in `SHA256SUMS`.
        case everyRowOnly = "each row of CSV, the head of JSON, `CONF_STATUS` of SDMX"
    }

    package var place: Place {
        switch self {
        case .listAsCSV, .accessesAsCSV, .importFindings, .consolidationAsCSV, .treatiesAsCSV, .overviewAsCSV,
            .planChangesAsCSV:
            .everyRow
        case .listAsWorkbook: .everyRowAndSheet
        case .recordOnPaper, .accessesOnPaper, .subjectAccessOnPaper, .contactManualOnPaper,
            .circulationListOnPaper:
            .everySheet
        case .subjectAccessAsJSON: .head
        case .rowsToCorrect, .document: .name
        case .releasedFile: .everyRowOnly
        }
    }
}
