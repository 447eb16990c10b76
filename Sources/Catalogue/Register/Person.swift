import Access
package import Mechanisms

extension Mechanism {
    /// A person, known by a pseudonymous id; whatever names them is sealed apart (B01, B12).
    ///
    /// Sex, gender and citizenship may be unknown, which is a code, or not reported, which is no value.
    package static let person = Mechanism(
        "person", chapter: .register, serves: ["B01", "B12"], subject: .itself,
        fields: [
            .identity("given-name"),
            .identity("family-name"),
            .identity("other-names"),
            .identity("birth-date"),
            .identity("identity-number"),
            .identity("phone"),
            .identity("email"),
            .identity("address"),
            .code("sex", list: "sexes"),
            .code("gender", list: "genders", .restricted),
            .codes("citizenships", list: "countries"),
            .code("primary-language", list: "languages", .restricted),
            .integer("birth-year", in: 1900...2100, .restricted),
            .text("group-membership", .confidential),
            .code("group-basis", list: "group-bases", .confidential),
        ],
        states: ["registered", "closed"], closedStates: ["closed"], titledBy: ["given-name", "family-name"],
        listedBy: ["sex", "primary-language"],
        retention: [
            Retention(after: .closing, "retention-person", then: .eraseIdentity),
            // Nobody closes what nobody works on any more.
            Retention(after: .lastChange, "retention-person-unchanged", then: .review),
        ],
        transitions: [
            .opening(
                to: "registered", by: .registrars,
                needs: [BasisForSpecialCategory("group-membership", basis: "group-basis")]),
            .step("close", from: ["registered"], to: "closed", by: .registrars, needs: [ReasonGiven()]),
            .step("reopen", from: ["closed"], to: "registered", by: .registrars, needs: [ReasonGiven()]),
        ]
            + .correction(
                in: ["registered"], by: .registrars,
                needs: [BasisForSpecialCategory("group-membership", basis: "group-basis")]))
}
