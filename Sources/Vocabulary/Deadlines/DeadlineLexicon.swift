/// The words that plans use of time, English and French, without accents.
///
/// Phrases are written without ``fillers``: “d’ici à la fin de 2006” is read as `ici fin 2006`.
enum DeadlineLexicon {
    enum Part: Sendable { case early, middle, late }
    enum Season: Sendable { case spring, summer, autumn, winter }

    /// Words that say nothing by themselves.
    static let fillers: Set<String> = [
        "the", "of", "in", "on", "de", "la", "le", "les", "l", "du", "des", "d", "en", "au", "aux", "a", "'", ".",
    ]

    static let months: [String: Int] = [
        "january": 1, "jan": 1, "janvier": 1, "janv": 1, "february": 2, "feb": 2, "fevrier": 2, "fevr": 2,
        "march": 3, "mar": 3, "mars": 3, "april": 4, "apr": 4, "avril": 4, "avr": 4, "may": 5, "mai": 5,
        "june": 6, "jun": 6, "juin": 6, "july": 7, "jul": 7, "juillet": 7, "juil": 7, "august": 8, "aug": 8, "aout": 8,
        "september": 9, "sep": 9, "sept": 9, "septembre": 9, "october": 10, "oct": 10, "octobre": 10,
        "november": 11, "nov": 11, "novembre": 11, "december": 12, "dec": 12, "decembre": 12,
    ]

    static let seasons: [String: Season] = [
        "spring": .spring, "printemps": .spring, "summer": .summer, "ete": .summer, "autumn": .autumn, "fall": .autumn,
        "automne": .autumn, "winter": .winter, "hiver": .winter,
    ]

    static let parts: [String: Part] = [
        "early": .early, "beginning": .early, "start": .early, "debut": .early, "mid": .middle, "middle": .middle,
        "mi": .middle, "milieu": .middle, "end": .late, "late": .late, "fin": .late,
    ]

    static let ordinals: [String: Int] = [
        "first": 1, "1st": 1, "premier": 1, "premiere": 1, "1er": 1, "1re": 1, "1ere": 1, "second": 2, "2nd": 2,
        "seconde": 2, "deuxieme": 2, "2e": 2, "2eme": 2, "third": 3, "3rd": 3, "troisieme": 3, "3e": 3, "3eme": 3,
        "fourth": 4, "4th": 4, "quatrieme": 4, "4e": 4, "4eme": 4, "last": 4, "dernier": 4,
    ]

    /// How many of it a year has.
    static let yearParts: [String: Int] = [
        "half": 2, "semester": 2, "semestre": 2, "quarter": 4, "trimestre": 4, "trimester": 4,
    ]

    /// Ordinal and part in one: `Q3`, `T3`, `H1`, `S1`.
    static let shortYearParts: [String: (place: Int, of: Int)] = [
        "q1": (1, 4), "q2": (2, 4), "q3": (3, 4), "q4": (4, 4), "t1": (1, 4), "t2": (2, 4), "t3": (3, 4),
        "t4": (4, 4), "h1": (1, 2), "h2": (2, 2), "s1": (1, 2), "s2": (2, 2),
    ]

    static let numbers: [String: Int] = [
        "one": 1, "une": 1, "un": 1, "two": 2, "deux": 2, "three": 3, "trois": 3, "four": 4, "quatre": 4, "five": 5,
        "cinq": 5, "six": 6, "twelve": 12, "douze": 12,
    ]

    static let units: [String: Rhythm.Unit] = [
        "week": .week, "weeks": .week, "semaine": .week, "semaines": .week, "month": .month, "months": .month,
        "mois": .month, "quarter": .quarter, "quarters": .quarter, "trimestre": .quarter, "trimestres": .quarter,
        "semester": .halfYear, "semestre": .halfYear, "semestres": .halfYear, "year": .year, "years": .year,
        "an": .year,
        "ans": .year, "annee": .year, "annees": .year,
    ]

    /// Of stretches that are counted from an event; nothing recurs by days.
    static let days: Set<String> = ["day", "days", "jour", "jours"]

    /// Adverbs and adjectives; “biannual” is not among them, since it is used of twice a year and of every two years.
    static let rhythms: [String: Rhythm] = [
        "annual": Rhythm(.year), "annually": Rhythm(.year), "yearly": Rhythm(.year), "annuel": Rhythm(.year),
        "annuelle": Rhythm(.year), "annuellement": Rhythm(.year), "biennial": Rhythm(every: 2, .year),
        "biennially": Rhythm(every: 2, .year), "monthly": Rhythm(.month), "mensuel": Rhythm(.month),
        "mensuelle": Rhythm(.month), "mensuellement": Rhythm(.month), "quarterly": Rhythm(.quarter),
        "trimestriel": Rhythm(.quarter), "trimestrielle": Rhythm(.quarter), "trimestriellement": Rhythm(.quarter),
        "semestriel": Rhythm(.halfYear), "semestrielle": Rhythm(.halfYear), "semestriellement": Rhythm(.halfYear),
        "weekly": Rhythm(.week), "hebdomadaire": Rhythm(.week),
    ]

    static let ongoing: Set<[String]> = [
        ["ongoing"], ["an", "ongoing", "basis"], ["ongoing", "basis"], ["continuous"], ["continuously"],
        ["continuing"], ["permanent"], ["permanently"], ["permanente"], ["permanence"], ["cours"], ["continu"],
        ["continue"], ["continuellement"],
    ]

    static let soon: Set<[String]> = [
        ["as", "soon", "as", "possible"], ["soon", "as", "possible"], ["soonest"], ["asap"], ["immediately"],
        ["immediate"], ["without", "delay"], ["forthwith"], ["urgently"], ["que", "possible"],
        ["plus", "tot", "possible"], ["plus", "rapidement", "possible"], ["dans", "plus", "brefs", "delais"],
        ["immediatement"], ["immediat"], ["sans", "delai"], ["sans", "tarder"],
    ]

    /// How often nobody said.
    static let unsaidRhythms: Set<[String]> = [
        ["regularly"], ["regular", "basis"], ["regular"], ["regulierement"],
        ["periodically"], ["periodiquement"],
    ]

    /// What stands before the last day: `by`, `no later than`; longer ones first.
    static let limits: [[String]] = [
        ["no", "later", "than"], ["not", "later", "than"], ["at", "latest", "by"], ["up", "to"], ["plus", "tard"],
        ["by"],
        ["until"], ["till"], ["ici"], ["jusqu"], ["pour"],
    ]
    static let befores: Set<String> = ["before", "avant"]
    static let durings: Set<String> = ["during", "within", "throughout", "courant", "pendant", "durant"]
    static let froms: [[String]] = [
        ["as", "from"], ["as"], ["starting", "from"], ["starting"], ["beginning", "from"], ["from"], ["since"],
        ["partir"],
        ["compter"], ["depuis"],
    ]
    static let onwards: Set<[String]> = [
        ["onwards"], ["onward"], ["and", "ongoing"], ["and", "beyond"], ["et", "suivantes"],
    ]
    static let latests: Set<[String]> = [["at", "latest"], ["plus", "tard"]]

    /// What begins a condition; what follows up to the end is kept in its words.
    static let conditions: [[String]] = [
        ["or", "earlier"], ["or", "sooner"], ["ou", "plus", "tot"], ["ou", "avant"], ["if"], ["si"], ["subject"],
        ["sous", "reserve"], ["provided"], ["unless"], ["sauf"], ["depending"], ["pending"], ["when"], ["after"],
        ["apres"],
        ["following"], ["upon"], ["lorsque"], ["quand"],
    ]

    /// What comes a first time.
    static let firstOnes: Set<String> = [
        "report", "reports", "rapport", "meeting", "reunion", "evaluation", "review", "results", "resultats", "draft",
        "projet", "seminar", "seminaire", "conference", "bilan", "one",
    ]
    static let thens: Set<String> = ["then", "thereafter", "puis", "ensuite", "and", "et"]
}

extension DeadlineLexicon {
    static let earliers: [[String]] = [["or", "earlier"], ["or", "sooner"], ["ou", "plus", "tot"], ["ou", "avant"]]
    static let brackets: Set<String> = ["(", ")"]

    /// Whether some table has the word, or it is a number that may be one of a date.
    static func knows(_ token: DeadlineToken) -> Bool {
        if let number = token.number { return number <= 31 || (1900...2199).contains(number) }
        return allWords.contains(token.text)
    }

    private static let allWords: Set<String> = {
        let tables: [[String]] = [
            Array(fillers), Array(months.keys), Array(seasons.keys), Array(parts.keys), Array(ordinals.keys),
            Array(yearParts.keys), Array(shortYearParts.keys), Array(numbers.keys), Array(units.keys),
            Array(rhythms.keys), Array(days), Array(befores), Array(durings), Array(firstOnes), Array(thens),
            [
                "turn", "between", "entre", "once", "twice", "times", "time", "fois", "per", "par", "each", "chaque",
                "every",
            ],
            ["tous", "toutes", "to", "dans"],
        ]
        let phrases = [
            Array(ongoing), Array(soon), Array(unsaidRhythms), limits, froms, Array(onwards), Array(latests),
        ]
        return Set(tables.joined()).union(phrases.joined().joined()).union(conditions.joined())
    }()
}
