package import Vocabulary

/// The code lists that facts are read by; every column of codes holds places in one of these.
package struct CountingLists: Sendable {
    /// `unknown` among them is somebody's answer; it gives way to any other where records are linked.
    package let sexes: CodeList
    /// `child` among them is what indicators of children count.
    package let ageGroups: CodeList
    /// `stateless` and `unknown` stand among the countries.
    package let countries: CodeList
    /// Exploitation forms with their parents; at most 63, since an incident holds them as bits.
    package let forms: CodeList
    /// At most 6.
    package let phenomena: CodeList
    /// Kinds of who registers.
    package let organisationKinds: CodeList

    /// - Throws: ``CountingFailure/listTooLong(_:limit:)`` where a list does not fit its column.
    package init(
        sexes: CodeList, ageGroups: CodeList, countries: CodeList, forms: CodeList, phenomena: CodeList,
        organisationKinds: CodeList
    ) throws(CountingFailure) {
        let limits = [
            (sexes, CodePlace.limit), (ageGroups, CodePlace.limit), (forms, CountingLists.formLimit),
            (phenomena, 6), (organisationKinds, CodePlace.limit), (countries, Int(UInt16.max) - 1),
        ]
        for (list, limit) in limits where list.codes.count > limit {
            throw .listTooLong(list.name, limit: limit)
        }
        self.sexes = sexes
        self.ageGroups = ageGroups
        self.countries = countries
        self.forms = forms
        self.phenomena = phenomena
        self.organisationKinds = organisationKinds
    }

    /// Bit 63 of a combination of forms is "a form that is not on the list".
    static let formLimit = 63

    /// Names, versions and codes of all lists in one number: places mean something only beside the same lists.
    var fingerprint: UInt64 {
        var checksum = Checksum()
        for list in [sexes, ageGroups, countries, forms, phenomena, organisationKinds] {
            checksum.add(text: list.name)
            checksum.add(text: list.version)
            for code in list.codes { checksum.add(text: code.id) }
        }
        return checksum.value
    }
}
