import Intake

/// A source description small enough to read beside each test.
enum SmallSource {
    static let yaml = """
        source: small
        version: 1
        columns:
          id:
          name: { required: false }
          sex: { required: false, unknown: ["?"] }
          land: { required: false, unknown: [ZZ, "00"], not-reported: ["", "-99"] }
          born: { required: false }
          on:
        key: [id]
        tables:
          sexes: { F: female, M: male, X: ~ }
        effective: { column: on, period: [dd/mm/yyyy, yyyy] }
        records:
          person:
            mechanism: person
            fields:
              given-name: { column: name }
              sex: { column: sex, table: sexes }
              citizenships: { column: land }
              birth-year: { column: born }
        """

    static func description(_ change: (inout String) -> Void = { _ in }) throws -> SourceDescription {
        var text = yaml
        change(&text)
        return try SourceDescription(yaml: text, known: ShippedBook())
    }
}

extension String {
    /// The text with `line` in place of the line that holds `part`.
    func changing(_ part: String, to line: String) -> String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.contains(part) ? Substring(line) : $0 }.joined(separator: "\n")
    }
}
