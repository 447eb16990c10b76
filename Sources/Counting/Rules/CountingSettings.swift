package import Vocabulary

/// What differs from country to country, and the stated rules for reporting buckets.
package struct CountingSettings: Sendable {
    /// The country that counts: its citizens are “national”.
    package let reportingCountry: String
    /// Members of the European Union.
    package let unionMembers: Set<String>
    /// Which form is the main one where none is marked.
    package let mainForm: BucketRule
    /// The Eurostat bucket of an incident, and how forms are said in it.
    package let euForm: (rule: BucketRule, mapping: CodeMapping)
    /// The UNODC bucket.
    package let unodcForm: (rule: BucketRule, mapping: CodeMapping)

    package init(
        reportingCountry: String, unionMembers: Set<String> = CountingSettings.unionSince2020, mainForm: BucketRule,
        euForm: (rule: BucketRule, mapping: CodeMapping), unodcForm: (rule: BucketRule, mapping: CodeMapping)
    ) {
        self.reportingCountry = reportingCountry
        self.unionMembers = unionMembers
        self.mainForm = mainForm
        self.euForm = euForm
        self.unodcForm = unodcForm
    }

    /// The 27 members since 1 February 2020, ISO 3166-1.
    package static let unionSince2020: Set<String> = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV",
        "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ]
}
