import Access

/// Groups of posts that the declarations name again and again.
extension Set where Element == FunctionKind {
    /// Those who work on cases, and imports made for them under a source description.
    static let registrars: Self = [.caseworker, .competentAuthority, .systemOperator]
    /// Those who carry a case between them, at home and across borders.
    static let caseStaff: Self = [.caseworker, .competentAuthority, .liaisonOfficer, .systemOperator]
    /// Those who judge whether two records are one person: whoever may read what names them.
    static let reviewers: Self = [.caseworker, .competentAuthority]
    /// Those who work with officers of other states.
    static let cooperators: Self = [.competentAuthority, .liaisonOfficer, .systemOperator]
    /// Those who may decide on the status of a person.
    static let authorities: Self = [.competentAuthority, .systemOperator]
    /// Those who keep the list of organisations and posts.
    static let secretariat: Self = [.coordinator, .systemOperator]
    /// Those who call a contact point to see whether its number is good.
    static let contactTesters: Self = secretariat.union([.liaisonOfficer])
    /// Those who make figures.
    static let statisticians: Self = [.rapporteur, .systemOperator]
    /// Those who may name an organisation that was not known: whoever registers, and the secretariat.
    static let namers: Self = secretariat.union(registrars)
    /// Those who keep plans of action and say where they stand.
    static let planners: Self = secretariat.union(statisticians)
    /// Those who report on actions: beside them the authorities that answer for some.
    static let reporters: Self = planners.union([.competentAuthority])
    /// Those who may be asked by a questionnaire, and the secretariat for those who answer on paper.
    static let respondents: Self = planners.union([
        .caseworker, .competentAuthority, .liaisonOfficer, .dataProtectionOfficer, .respondent,
    ])
    /// Those who describe what sources there are.
    static let describers: Self = secretariat.union(statisticians)
}
