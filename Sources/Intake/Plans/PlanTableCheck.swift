package import Vocabulary

/// What somebody should know of a plan's table before they rely on it: said with the line, never put right.
package struct PlanTableCheck {
    private let table: PlanTable
    private let actions: [PlanTable.Action]

    package init(_ table: PlanTable) {
        self.table = table
        actions = table.actions
    }

    /// All of it, in the order of the table.
    package func findings() -> [Finding] {
        let alone = actions.flatMap { cells($0) + deadline($0) + parties($0) + stateOfPlay($0) }
        let revised = table.chapters.flatMap(\.objectives).flatMap { objective in
            // An objective stands in the row of its first action.
            wording(objective.text, .objective, objective.actions.first?.line ?? 0)
                + objective.actions.flatMap { action in
                    PlanTable.Column.allCases.flatMap { wording(action[$0], $0, action.line) }
                }
        }
        return (alone + revised + references() + alike()).sorted {
            ($0.place.row ?? 0, $0.code) < ($1.place.row ?? 0, $1.code)
        }
    }

    private func cells(_ action: PlanTable.Action) -> [Finding] {
        let empty = PlanTable.Column.allCases.dropFirst(2).filter { action[$0].isEmpty }
        guard !empty.isEmpty else { return [] }
        return [
            PlanFinding.cellsMissing.finding(
                line: action.line, nil,
                "Action \(action.code) has no “\(empty.map(\.rawValue).joined(separator: "”, no “"))”.",
                remedy: "Ask who wrote the table; the cells stay empty.", about: empty.map(\.rawValue))
        ]
    }

    /// Passages inserted and struck out when the plan was revised.
    private func wording(_ cell: MarkedText, _ column: PlanTable.Column, _ line: Int) -> [Finding] {
        let inserted = cell.pieces.filter(\.isInserted).map(\.text)
        var findings: [Finding] = []
        if !inserted.isEmpty {
            findings.append(
                PlanFinding.inserted.finding(
                    line: line, column, "Inserted when the plan was revised: passages, \(inserted.count).",
                    remedy: "Nothing: the marks are kept.", about: inserted))
        }
        if cell.text.contains("(...)") || cell.text.contains("(…)") {
            findings.append(
                PlanFinding.struckOut.finding(
                    line: line, column, "“(...)”: something was struck out here.",
                    remedy: "Look into the earlier text, if it matters."))
        }
        return findings
    }

    private func deadline(_ action: PlanTable.Action) -> [Finding] {
        let deadline = Deadline(action.timetable.text)
        guard !deadline.words.isEmpty, !deadline.isUnderstood else { return [] }
        let words = deadline.unread.joined(separator: "”, “")
        return [
            PlanFinding.deadlineUnread.finding(
                line: action.line, .timetable, "The deadline of \(action.code) was not understood: “\(words)”.",
                remedy: "Write its latest day beside it by hand; the words stay.", about: deadline.unread)
        ]
    }

    private func parties(_ action: PlanTable.Action) -> [Finding] {
        guard !action.responsible.isEmpty, ResponsibleParties(action.responsible.text).isTogether else { return [] }
        return [
            PlanFinding.partiesTogether.finding(
                line: action.line, .responsible, "Who is responsible for \(action.code) is kept as one party.",
                remedy: "Name the parties one by one, if they report one by one.")
        ]
    }

    private func stateOfPlay(_ action: PlanTable.Action) -> [Finding] {
        let check = StateOfPlayCheck(action.stateOfPlay.text, on: table.date)
        var findings: [Finding] = []
        func note(_ kind: PlanFinding, _ message: String, remedy: String, about: [String] = []) {
            findings.append(kind.finding(line: action.line, .stateOfPlay, message, remedy: remedy, about: about))
        }
        switch check.meaning {
        case .dayToCome:
            note(
                .notReported, "“\(action.stateOfPlay.text)” is a day to come: no state of play reported.",
                remedy: "Ask whoever is responsible.", about: [action.stateOfPlay.text])
        case .noAnswer:
            note(
                .noAnswer, "“\(action.stateOfPlay.text)” is no answer.",
                remedy: "Ask whoever is responsible.", about: [action.stateOfPlay.text])
        case .reported, .nothing: break
        }
        for clause in check.futureToldAsPast {
            note(
                .futureToldAsPast, "“\(clause)” lies after the day of the table and is told as past.",
                remedy: "Ask which year is meant.", about: [clause])
        }
        if !check.figures.isEmpty {
            note(
                .figuresInText, "Figures stand in the text: \(check.figures.joined(separator: ", ")).",
                remedy: "Enter them as values of an indicator, if they are to be followed.", about: check.figures)
        }
        return findings
    }

    /// Documents that an indicator names, and actions that a text names.
    private func references() -> [Finding] {
        let reported = Set(actions.flatMap { DocumentNumberReader.numbers(in: $0.stateOfPlay.text) })
        let codes = Set(actions.map(\.code))
        return actions.flatMap { action -> [Finding] in
            let documents = Set(DocumentNumberReader.numbers(in: action.assessment.text)).intersection(reported)
                .sorted()
            let named = Set(ActionReference.all(in: action.stateOfPlay.text)).subtracting([action.code]).sorted()
            return documents.map { document in
                PlanFinding.documentInIndicator.finding(
                    line: action.line, .assessment,
                    "The indicator of \(action.code) refers to \(document), as states of play do.",
                    remedy: "Look whether that sentence belongs into the next cell.", about: [document])
            }
                + named.map { other in
                    PlanFinding.refersToAction.finding(
                        line: action.line, .stateOfPlay,
                        "Refers to action \(other)\(codes.contains(other) ? "" : ", which the table has not").",
                        remedy: "Report once for both, if that is meant.", about: [other])
                }
        }
    }

    private func alike() -> [Finding] {
        let like = LikeStates(actions.map(\.stateOfPlay.text))
        return like.pairs().map { pair in
            let (first, second) = (actions[pair.first], actions[pair.second])
            let codes = [first.code, second.code]
            let both = "\(first.code) (line \(first.line)) and \(second.code)"
            let once = "Report once for both, if that is meant; they stay two entries until then."
            func note(_ kind: PlanFinding, _ message: String, remedy: String, _ about: [String] = []) -> Finding {
                kind.finding(line: second.line, .stateOfPlay, message, remedy: remedy, about: codes + about)
            }
            switch pair.likeness {
            case .same: return note(.nearlySame, "\(both) have the same state of play.", remedy: once)
            case .nearly:
                return note(.nearlySame, "\(both) have nearly the same state of play.", remedy: once)
            case .sentence(let sentence):
                return note(
                    .sentenceShared, "\(both) share the sentence “\(sentence)”.", remedy: once, [sentence])
            case .otherDays(let mine, let theirs):
                return note(
                    .daysContradict, "\(both) say the same of different days: “\(mine)”, “\(theirs)”.",
                    remedy: "Ask which one is meant; both stay as they are.", [mine, theirs])
            }
        }
    }
}
