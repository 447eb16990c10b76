import Foundation

/// The leaf table of referrals, read by itself: the test must not take its expectation from the import.
struct ReferralFile {
    struct Row {
        let quarter: String
        let kind: String
        let responder: String
        let forms: [String]
        let age: String
        let sex: String
        let citizenship: String
        let people: Int

        /// Forms in the order of the code list.
        var formsCode: String { ReferralFile.formOrder.filter(forms.contains).joined(separator: "+") }
    }

    private static let formOrder = [
        "sexual-exploitation", "forced-labour", "domestic-servitude", "criminal-activities", "organ-removal", "unknown",
    ]
    private static let codes = [
        "Police": "law-enforcement", "Government agency": "central-government", "Local Authority": "local-government",
        "NGO and third sector": "ngo", "Sexual": "sexual-exploitation", "Labour": "forced-labour",
        "Domestic": "domestic-servitude", "Criminal": "criminal-activities", "Organ Harvesting": "organ-removal",
        "Not specified or unknown": "unknown", "Adult (18 or over)": "adult", "Child (17 or under)": "child",
        "Female": "female", "Male": "male", "Other": "other", "Unknown": "unknown", "Not Recorded": "not-reported",
    ]

    let rows: [Row]

    private struct Unreadable: Error { let line: String }

    init(url: URL) throws {
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
        rows = try lines.dropFirst().map { line in
            let cells = ReferralFile.cells(String(line))
            guard cells.count == 8, let people = Int(cells[7]), let kind = ReferralFile.codes[cells[1]],
                let age = ReferralFile.codes[cells[4]], let sex = ReferralFile.codes[cells[5]]
            else { throw Unreadable(line: String(line)) }
            let parts = cells[3].replacing(" & ", with: ", ").split(separator: ", ").map(String.init)
            let forms = parts.compactMap { ReferralFile.codes[$0] }
            guard forms.count == parts.count else { throw Unreadable(line: String(line)) }
            return Row(
                quarter: cells[0], kind: kind, responder: cells[2], forms: forms, age: age, sex: sex,
                citizenship: cells[6], people: people)
        }
    }

    /// Cells between commas; a quoted cell may hold commas.
    private static func cells(_ line: String) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
