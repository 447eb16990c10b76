import Vocabulary

/// Addresses of the desk of questionnaires, and of the form that a link leads to.
enum QuestionnairePaths {
    static let home = "\(WorkbenchPaths.home)/questionnaires"
    static let anyForm = "\(home)/forms/{record}"
    static let anyRound = "\(home)/rounds/{record}"
    static let anyResponse = "\(home)/responses/{record}"
    static let anyFile = "\(anyResponse)/files/{question}"
    /// The link is known by its id; the secret opens it.
    static let anyLink = "/answer/{link}/{secret}"

    static func form(_ record: RecordID) -> String { "\(home)/forms/\(record)" }
    static func languages(_ record: RecordID, _ language: String) -> String { "\(form(record))/languages/\(language)" }
    static func round(_ record: RecordID) -> String { "\(home)/rounds/\(record)" }
    static func annex(_ record: RecordID) -> String { "\(round(record))/annex" }
    static func response(_ record: RecordID) -> String { "\(home)/responses/\(record)" }
    static func answering(_ record: RecordID) -> String { "\(response(record))/answers" }
    static func file(_ record: RecordID, _ key: String) -> String { "\(response(record))/files/\(key)" }
    static func link(_ record: RecordID, _ secret: String) -> String { "/answer/\(record)/\(secret)" }
}
