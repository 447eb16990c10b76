/// One entry of a code list; its texts are in the language files, under `codes.<list>.<id>`.
package struct Code: Hashable, Sendable {
    /// Stable, lower case with hyphens unless the list's owner spells it otherwise (`GB`, `0204`).
    package let id: String
    /// The broader code of the same list that this one is part of.
    package let parent: String?
    /// Added by a country: must map to an international parent.
    package let isNational: Bool
    /// Retired codes stay valid for old records and are not offered for new ones.
    package let isRetired: Bool

    package init(id: String, parent: String? = nil, isNational: Bool = false, isRetired: Bool = false) {
        self.id = id
        self.parent = parent
        self.isNational = isNational
        self.isRetired = isRetired
    }
}

/// A versioned list of codes; the order of the entries is the order in which people see them.
package struct CodeList: Sendable {
    package let name: String
    package let version: String
    /// Whose list it is and under which licence, for the reference pages.
    package let source: String
    package let codes: [Code]
    private let places: [String: Int]

    /// Nil where two entries share an id or a parent is not in the list: the caller names the file.
    package init?(name: String, version: String, source: String, codes: [Code]) {
        let places = Dictionary(codes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        guard places.count == codes.count,
            codes.allSatisfy({ code in code.parent.map { places[$0] != nil } ?? true })
        else { return nil }
        self.name = name
        self.version = version
        self.source = source
        self.codes = codes
        self.places = places
    }

    package subscript(id: String) -> Code? { places[id].map { codes[$0] } }

    /// Its place in the list, from 0.
    package func place(of id: String) -> Int? { places[id] }

    /// The topmost broader code of `id`, itself where it has no parent; nil for a code that is not in the list.
    package func root(of id: String) -> String? {
        guard var code = self[id] else { return nil }
        // A list has no more levels than codes; a circle of parents ends here instead of turning for ever.
        for _ in codes.indices {
            guard let parent = code.parent.flatMap({ self[$0] }) else { return code.id }
            code = parent
        }
        return nil
    }
}

/// How the codes of one list are said in another: version by version, never by guess.
package struct CodeMapping: Sendable {
    package let from: String
    package let to: String
    package let version: String
    package let source: String
    package let pairs: [String: String]

    package init(from: String, to: String, version: String, source: String, pairs: [String: String]) {
        self.from = from
        self.to = to
        self.version = version
        self.source = source
        self.pairs = pairs
    }

    package subscript(code: String) -> String? { pairs[code] }
}

/// The stated, versioned rule by which several codes on one record become the one bucket it is reported in.
///
/// Reports want each person in one bucket; persons are exploited in several ways. The rule is an order of
/// precedence: the bucket of the marked main code where there is one, else the first in `precedence` that is present.
package struct BucketRule: Sendable {
    package let name: String
    package let version: String
    /// The list whose codes are bucketed, and the list of buckets.
    package let from: String
    package let to: String
    /// Buckets, the strongest first.
    package let precedence: [String]
    /// Where the main code is marked, does it decide?
    package let prefersMain: Bool
    package let source: String
    /// The bucket for a record without any code.
    package let whenNone: String

    package init(
        name: String, version: String, from: String, to: String, precedence: [String], prefersMain: Bool,
        whenNone: String, source: String
    ) {
        self.name = name
        self.version = version
        self.from = from
        self.to = to
        self.precedence = precedence
        self.prefersMain = prefersMain
        self.whenNone = whenNone
        self.source = source
    }

    /// The one bucket of `codes`.
    package func bucket(for codes: [String], main: String?, mapping: CodeMapping) -> String {
        if prefersMain, let main, let bucket = mapping[main] { return bucket }
        let present = Set(codes.compactMap { mapping[$0] })
        return precedence.first(where: present.contains) ?? whenNone
    }
}
