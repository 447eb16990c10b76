import Vocabulary

/// Codes of organisations in tables: made of their names, since record ids differ from one import to the next.
struct OrganisationCodes: Sendable {
    /// By number of the organisation.
    let codes: [String]
    let names: [String]
    /// Numbers in the order of the names.
    let sorted: [Int]

    init(_ organisations: OrganisationFacts) {
        names = organisations.name.enumerated().map { $1.isEmpty ? "Organisation \($0 + 1)" : $1 }
        var taken: Set<String> = []
        codes = names.map { name in
            let plain = OrganisationCodes.code(of: name)
            var code = plain
            var next = 2
            while !taken.insert(code).inserted {
                code = "\(plain)-\(next)"
                next += 1
            }
            return code
        }
        sorted = names.indices.sorted { [names] in (names[$0], $0) < (names[$1], $1) }
    }

    /// Lower case, everything but letters and digits as single hyphens: `home-office-uk-border-force-ukbf`.
    private static func code(of name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }
}
