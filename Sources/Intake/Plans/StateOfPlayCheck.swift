package import Vocabulary

/// What one state of play says about itself: whether it is one at all, what it tells as past, which figures it holds.
package struct StateOfPlayCheck {
    /// What kind of state of play a text is, as far as its words alone show.
    package enum Meaning: Hashable {
        /// Words about what was done; whether it is done, nobody can read off them.
        case reported
        /// Nothing but a day to come: somebody wrote the timetable into the cell.
        case dayToCome(CalendarDate)
        /// Words that say that there is nothing to say, or a name alone.
        case noAnswer
        case nothing
    }

    package let text: String
    /// The day as of which the table is.
    package let date: CalendarDate?

    package init(_ text: String, on date: CalendarDate?) {
        self.text = text
        self.date = date
    }

    package var meaning: Meaning {
        if text.isEmpty { return .nothing }
        let deadline = Deadline(text)
        if let latest = deadline.latest, date.map({ latest >= $0 }) ?? true { return .dayToCome(latest) }
        let folded = PlanLabel.fold(text)
        let isWaiting = StateOfPlayCheck.waiting.contains(where: folded.contains)
        let isName = text.split(separator: " ").count <= 3 && !text.contains(where: \.isNumber) && !text.hasSuffix(".")
        return isWaiting || isName ? .noAnswer : .reported
    }

    /// Words that say that an answer is not there; English and French, as tables of plans have them.
    private static let waiting = [
        "waiting for reply", "waiting for a reply", "waiting for an answer", "awaiting", "no reply", "no answer",
        "not answered", "not shared", "no information", "not available", "not reported", "en attente", "sans reponse",
        "sans réponse", "pas de réponse", "non communiqué",
    ]

    /// Clauses that tell of days after the table's as if they were over: “the courses carried out in 2007”.
    var futureToldAsPast: [String] {
        guard let date else { return [] }
        return text.sentences.flatMap { $0.split { ",;".contains($0) } }.compactMap { clause in
            let words = clause.split(separator: " ")
            let folded = " " + PlanLabel.fold(String(clause)) + " "
            guard StateOfPlayCheck.past.contains(where: { folded.contains(" \($0) ") }),
                !StateOfPlayCheck.future.contains(where: { folded.contains(" \($0) ") })
            else { return nil }
            return DayMention.all(in: words).first { $0.earliest.map { $0 > date } ?? false }.map { _ in
                clause.trimmingPrefix { $0 == " " }.description
            }
        }
    }

    private static let past = [
        "was", "were", "took place", "carried out", "has been", "have been", "held", "adopted", "published", "a été",
        "ont été", "a eu lieu", "ont eu lieu",
    ]
    private static let future = [
        "will", "shall", "would", "could", "may", "might", "to be", "is to", "are to", "planned", "scheduled",
        "foreseen",
        "envisaged", "expected", "sera", "seront", "prévu", "prévue",
    ]

    /// Numbers of persons, cases and the like, and countries by their codes, where three or more stand together.
    var figures: [String] {
        let words = text.split { $0 == " " || $0 == "," || $0 == ":" }.map { $0.trimming { ".();".contains($0) } }
        var figures: [String] = []
        for (number, noun) in zip(words, words.dropFirst())
        where !number.isEmpty && number.allSatisfy(\.isNumber)
            && StateOfPlayCheck.counted.contains(noun.lowercased())
        {
            figures.append("\(number) \(noun)")
        }
        var countries: [Substring] = []
        func end() {
            if countries.count > 2 { figures.append(countries.joined(separator: " ")) }
            countries = []
        }
        for word in words {
            if word.count == 2, word.allSatisfy({ $0.isASCII && $0.isUppercase }) {
                countries.append(word)
            } else if !["and", "et", ""].contains(word) {
                end()
            }
        }
        end()
        return figures
    }

    private static let counted: Set<String> = [
        "cases", "victims", "persons", "people", "investigations", "prosecutions", "convictions", "arrests", "suspects",
        "children", "women", "men", "cas", "victimes", "personnes", "enquêtes", "poursuites", "condamnations",
        "enfants",
        "femmes",
    ]
}
