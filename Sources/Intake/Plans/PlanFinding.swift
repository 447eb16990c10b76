package import Vocabulary

/// Every kind of thing that can be said of a plan's table; the table itself is taken in as it is.
package enum PlanFinding: String, WeighedFinding, CaseIterable {
    /// I511: a chapter's headings are not those of the six columns.
    case headingsDiffer = "I511"
    /// I512: passages marked as inserted.
    case inserted = "I512"
    /// I513: passages were struck out.
    case struckOut = "I513"
    /// I514: the state of play is no state of play but a day to come.
    case notReported = "I514"
    /// I515: two cells say the same of different days.
    case daysContradict = "I515"
    /// I516: something after the day of the table is told as if it had happened.
    case futureToldAsPast = "I516"
    /// I517: two states of play are nearly the same text, or the same.
    case nearlySame = "I517"
    /// I518: the same sentence stands in the states of play of several actions.
    case sentenceShared = "I518"
    /// I519: cells of an action are empty.
    case cellsMissing = "I519"
    /// I520: the state of play is no answer.
    case noAnswer = "I520"
    /// I521: figures stand in the text of a state of play.
    case figuresInText = "I521"
    /// I522: the text refers to another action.
    case refersToAction = "I522"
    /// I523: the indicator refers to a document, as states of play do.
    case documentInIndicator = "I523"
    /// I524: the document names one that it takes the place of.
    case predecessor = "I524"
    /// I525: words of a deadline that were not understood.
    case deadlineUnread = "I525"
    /// I526: the words for who is responsible could not be taken apart.
    case partiesTogether = "I526"
    /// I527: a row has not six cells, or stands where none can stand; it is not taken in.
    case rowShape = "I527"
    /// I528: a number or letter is missing, out of order or there twice.
    case numbering = "I528"
    /// I529: the file does not say as of which day it is.
    case undated = "I529"
    /// I530: the same action in an earlier state of the plan has other words.
    case wordingChanged = "I530"

    package var weight: Finding.Weight {
        switch self {
        case .rowShape: .error
        case .inserted, .struckOut, .sentenceShared, .figuresInText, .refersToAction, .predecessor, .partiesTogether:
            .note
        default: .warning
        }
    }

    func finding(
        line: Int?, _ column: PlanTable.Column? = nil, _ message: String, remedy: String, about: [String] = []
    ) -> Finding {
        finding(line: line, column?.rawValue, message, remedy: remedy, about: about)
    }

    /// That cells of an action read otherwise than before; for whoever compares tables with the register.
    package func changed(_ action: PlanTable.Action, _ cells: [String]) -> Finding {
        finding(
            line: action.line, nil,
            "Action \(action.code) reads otherwise than before: \(cells.joined(separator: ", ")).",
            remedy: "Nothing, if the plan was revised: what it said before is kept.", about: cells)
    }
}
