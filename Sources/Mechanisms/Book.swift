package import Vocabulary

/// The book of mechanisms with the code lists, clocks and labels that they rest on: checked as a whole before it is used.
package struct Book: Sendable {
    /// In the order in which the Catalogue gives them.
    package let mechanisms: [Mechanism]
    package let codeLists: [String: CodeList]
    package let mappings: [CodeMapping]
    package let bucketRules: [BucketRule]
    /// Days, by the clock's name: `recovery-period`, `retention-person`.
    package let clocks: [String: Int]
    /// By what is owed: the mechanism of a due date, `state-of-play`, `vacancy`, `nomination`.
    package let reminders: [String: ReminderRule]
    package let labels: Labels
    /// Whose additions are in it, ISO 3166-1 alpha-2; nil for the book as it is.
    package let country: String?

    private let places: [String: Int]

    /// - Throws: ``BookFailure`` with every problem found, each naming the mechanism and the field.
    package init(
        mechanisms: [Mechanism], codeLists: [CodeList], mappings: [CodeMapping], bucketRules: [BucketRule],
        clocks: [String: Int], reminders: [String: ReminderRule] = [:], labels: Labels, overlay: CountryOverlay? = nil
    ) throws(BookFailure) {
        country = overlay?.country
        var problems: [BookFailure.Problem] = []
        var listsByName: [String: CodeList] = [:]
        for list in codeLists where listsByName.updateValue(list, forKey: list.name) != nil {
            problems.append(.init(.repeatedName, mechanism: list.name, "two code lists have this name"))
        }
        let changed = overlay.map { $0.applied(to: mechanisms, codeLists: listsByName, clocks: clocks) }
        problems += changed?.problems ?? []
        self.mechanisms = changed?.mechanisms ?? mechanisms
        self.codeLists = changed?.codeLists ?? listsByName
        self.clocks = changed?.clocks ?? clocks
        self.reminders = reminders.merging(overlay?.reminders ?? [:]) { _, national in national }
        self.mappings = overlay.map { $0.extended(mappings) } ?? mappings
        self.bucketRules = bucketRules
        self.labels = overlay.map { labels.adding($0.labels) } ?? labels
        places = Dictionary(
            self.mechanisms.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        problems += BookCheck(book: self).problems()
        guard problems.isEmpty else { throw BookFailure(problems: problems) }
    }

    /// The mechanism of that name.
    package func mechanism(_ name: String) -> Mechanism? { places[name].map { mechanisms[$0] } }

    /// When those who owe something of a kind are reminded.
    package func reminding(of kind: String) -> ReminderRule { reminders[kind] ?? .usual }

    /// The mapping from one code list to another.
    package func mapping(from: String, to: String) -> CodeMapping? {
        mappings.first { $0.from == from && $0.to == to }
    }
}

/// Why a book does not start.
package struct BookFailure: Error, Sendable, CustomStringConvertible {
    package let problems: [Problem]

    package init(problems: [Problem]) { self.problems = problems }

    package typealias Problem = PlacedProblem<Kind>

    package enum Kind: String, Sendable, CaseIterable {
        /// M201: two things of one name.
        case repeatedName = "M201"
        /// M202: a state that no transition reaches, or that is not declared.
        case state = "M202"
        /// M203: a transition that nobody may take.
        case nobodyMay = "M203"
        /// M204: a code list that does not exist.
        case unknownList = "M204"
        /// M205: a link to a mechanism that does not exist.
        case unknownMechanism = "M205"
        /// M206: a guard or deadline that speaks of a field that is not there.
        case unknownField = "M206"
        /// M207: a text that is missing in a language.
        case missingText = "M207"
        /// M208: identity fields, and no person whose key seals them.
        case noSubject = "M208"
        /// M209: a clock that no country sets.
        case unknownClock = "M209"
        /// M210: a national code without an international parent.
        case unmappedCode = "M210"
        /// M211: the country file asks for something that a country may not change.
        case notForCountries = "M211"
        /// M212: a mechanism that names persons without saying how long they are kept.
        case noRetention = "M212"
        /// M213: a rule of reminders for what is never owed, or with days that cannot be.
        case reminder = "M213"
    }

    package var description: String {
        (["The book of mechanisms does not start:"] + problems.map(\.description)).joined(separator: "\n  ")
    }
}
