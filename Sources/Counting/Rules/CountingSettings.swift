package import Vocabulary

/// What differs from country to country, and the stated rules for reporting buckets.
package struct CountingSettings: Sendable {
    /// The country that counts: its citizens are “national”.
    package let reportingCountry: String
    /// Countries to groups (`countries--citizenship-groups`); the reporting country is taken out of its group.
    package let citizenshipGroups: CodeMapping
    /// Groups from the strongest: of several citizenships the first group decides.
    package let groupOrder: [String]
    /// Which form is the main one where none is marked.
    package let mainForm: BucketRule
    /// The Eurostat bucket of an incident, and how forms are said in it.
    package let euForm: (rule: BucketRule, mapping: CodeMapping)
    /// The UNODC bucket.
    package let unodcForm: (rule: BucketRule, mapping: CodeMapping)

    /// - Parameter groupOrder: Codes of the list that `citizenshipGroups` maps to, without the one for unknown.
    package init(
        reportingCountry: String, citizenshipGroups: CodeMapping,
        groupOrder: [String] = ["eu", "non-eu", "stateless"], mainForm: BucketRule,
        euForm: (rule: BucketRule, mapping: CodeMapping), unodcForm: (rule: BucketRule, mapping: CodeMapping)
    ) {
        self.reportingCountry = reportingCountry
        self.citizenshipGroups = citizenshipGroups
        self.groupOrder = groupOrder
        self.mainForm = mainForm
        self.euForm = euForm
        self.unodcForm = unodcForm
    }
}
