package import Access
package import Vocabulary

/// What a country adds to the book: fields, codes, clocks, reminders and labels; never a rule of who may do what, never less
/// than the book asks.
package struct CountryOverlay: Sendable {
    /// ISO 3166-1 alpha-2.
    package let country: String
    package let fields: [(mechanism: String, field: Field)]
    package let codes: [(list: String, code: Code)]
    /// Days by clock; a protective clock may be longer than the book's, not shorter; one of retention may be either.
    package let clocks: [String: Int]
    /// In the place of the book's, by what is owed.
    package let reminders: [String: ReminderRule]
    /// Language → key → text.
    package let labels: [String: [String: String]]

    package init(
        country: String, fields: [(mechanism: String, field: Field)] = [], codes: [(list: String, code: Code)] = [],
        clocks: [String: Int] = [:], reminders: [String: ReminderRule] = [:],
        labels: [String: [String: String]] = [:]
    ) {
        self.country = country
        self.fields = fields
        self.codes = codes
        self.clocks = clocks
        self.reminders = reminders
        self.labels = labels
    }

    struct Applied {
        var mechanisms: [Mechanism]
        var codeLists: [String: CodeList]
        var clocks: [String: Int]
        var problems: [BookFailure.Problem]
    }

    func applied(to mechanisms: [Mechanism], codeLists: [String: CodeList], clocks: [String: Int]) -> Applied {
        var result = Applied(mechanisms: mechanisms, codeLists: codeLists, clocks: clocks, problems: [])
        for (name, field) in fields {
            guard let place = result.mechanisms.firstIndex(where: { $0.name == name }) else {
                result.problems.append(
                    .init(.unknownMechanism, mechanism: name, field: field.name, "the country file adds a field here"))
                continue
            }
            result.mechanisms[place] = result.mechanisms[place].adding([field])
        }
        for (list, codes) in Dictionary(grouping: codes, by: \.list).sorted(by: { $0.key < $1.key }) {
            add(codes.map(\.code), to: list, in: &result)
        }
        for (clock, days) in self.clocks.sorted(by: { $0.key < $1.key }) {
            set(clock, to: days, in: &result)
        }
        return result
    }

    /// A national code without a parent that the international list knows would be a figure that nobody can compare.
    private func add(_ national: [Code], to name: String, in result: inout Applied) {
        guard let list = result.codeLists[name] else {
            result.problems.append(.init(.unknownList, mechanism: name, "the country file adds codes to it"))
            return
        }
        let unmapped = national.filter { $0.parent.flatMap { list[$0] } == nil }
        result.problems += unmapped.map { code in
            BookFailure.Problem(
                .unmappedCode, mechanism: name, field: code.id, "name its parent among the codes of this list")
        }
        guard unmapped.isEmpty else { return }
        let grown = CodeList(
            name: list.name, version: "\(list.version)+\(country)", source: list.source, codes: list.codes + national)
        guard let grown else {
            result.problems.append(.init(.repeatedName, mechanism: name, "the country file repeats a code of it"))
            return
        }
        result.codeLists[name] = grown
    }

    /// A national code goes where its parent goes, in every mapping, so that no record falls out of its bucket.
    func extended(_ mappings: [CodeMapping]) -> [CodeMapping] {
        mappings.map { mapping in
            var pairs = mapping.pairs
            for (list, code) in codes where list == mapping.from && pairs[code.id] == nil {
                pairs[code.id] = code.parent.flatMap { pairs[$0] }
            }
            return pairs.count == mapping.pairs.count
                ? mapping
                : CodeMapping(
                    from: mapping.from, to: mapping.to, version: "\(mapping.version)+\(country)",
                    source: mapping.source, pairs: pairs)
        }
    }

    private func set(_ clock: String, to days: Int, in result: inout Applied) {
        guard let least = result.clocks[clock] else {
            result.problems.append(.init(.unknownClock, mechanism: clock, "the book has no clock of this name"))
            return
        }
        if result.mechanisms.contains(where: { $0.retention(by: clock) != nil }) {
            setRetention(clock, to: days, in: &result)
            return
        }
        guard days >= least else {
            result.problems.append(
                .init(
                    .notForCountries, mechanism: clock,
                    "may not be shorter than \(least) days, the least that the "
                        + "book allows"))
            return
        }
        result.clocks[clock] = days
    }

    /// How long records are kept is for each country to say, shorter or longer than our default.
    private func setRetention(_ clock: String, to days: Int, in result: inout Applied) {
        guard CountryOverlay.retentionDays.contains(days) else {
            result.problems.append(
                .init(
                    .notForCountries, mechanism: clock,
                    "records are kept from \(CountryOverlay.retentionDays.lowerBound) day to "
                        + "\(CountryOverlay.retentionDays.upperBound) days"))
            return
        }
        result.clocks[clock] = days
    }

    /// From one day to a hundred years.
    static let retentionDays = 1...36_525
}

extension Field {
    /// A field that a country adds: never sealed, never obligatory, so that no record of another country is broken.
    package static func national(_ name: String, _ kind: Kind, sensitivity: Sensitivity) -> Field {
        Field(name, kind, sensitivity: min(sensitivity, .confidential), isSearchable: true, isNational: true)
    }
}
