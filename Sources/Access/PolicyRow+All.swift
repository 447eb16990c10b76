/// The house's rules. Decision 0080 gives the reason for each; docs/reference/permissions.md shows what follows.
extension PolicyRow {
    package static let all: [PolicyRow] =
        caseworkers + authorities + liaison + cooperation + coordination + statistics + dataProtection + operation
        + respondents
        + everybody

    private static let caseworkers: [PolicyRow] = [
        PolicyRow(
            "caseworker-answers-for-the-record", .caseworker, for: .protection, on: [.victims, .sharing],
            through: [.own],
            may: [.read, .list, .search, .write, .share, .export], upTo: .identity),
        PolicyRow(
            "caseworker-works-in-the-organisation", .caseworker, for: .protection, on: [.victims, .sharing],
            through: [.ownOrganisation], may: [.read, .list, .search, .write, .share], upTo: .identity),
        PolicyRow(
            "caseworker-exports-for-the-organisation", .caseworker, for: .protection, on: [.victims, .sharing],
            through: [.ownOrganisation], may: [.export], upTo: .confidential),
        PolicyRow(
            "caseworker-receives-with-consent", .caseworker, for: .protection, on: [.victims],
            through: [.sharedByConsent], may: [.read, .list, .search], upTo: .identity, reachesClosed: false),
        PolicyRow(
            "caseworker-receives-by-law", .caseworker, for: .protection, on: [.victims], through: [.sharedByLaw],
            may: [.read, .list], upTo: .restricted, reachesClosed: false),
        PolicyRow(
            "caseworker-answers-what-is-shared", .caseworker, for: .protection, on: [.sharing],
            through: [.sharedByConsent, .sharedByLaw], may: [.read, .list, .write], upTo: .confidential,
            reachesClosed: false),
        PolicyRow(
            "caseworker-supervises", .caseworker, for: .protection, on: [.victims, .sharing], through: [.supervised],
            may: [.read, .list], upTo: .restricted),
        PolicyRow(
            "caseworker-breaks-the-glass", .caseworker, for: .protection, on: [.victims, .sharing],
            through: [.emergency],
            may: [.read], upTo: .identity),
        PolicyRow(
            "caseworker-registers", .caseworker, for: .protection, on: [.victims, .sharing, .protectionOfData],
            through: [.none],
            may: [.open, .breakGlass], upTo: .identity),
        PolicyRow(
            "caseworker-imports", .caseworker, for: .protection, on: [.register], through: [.none],
            may: [.importRecords], upTo: .identity),
    ]

    private static let authorities: [PolicyRow] = [
        PolicyRow(
            "authority-works-on-its-records", .competentAuthority, for: .protection, on: [.victims, .sharing],
            through: [.own, .ownOrganisation], may: [.read, .list, .search, .write, .share], upTo: .identity),
        PolicyRow(
            "authority-answers-for-the-record", .competentAuthority, for: .protection, on: [.victims, .sharing],
            through: [.own], may: [.export], upTo: .identity),
        PolicyRow(
            "authority-exports-for-the-organisation", .competentAuthority, for: .protection, on: [.victims, .sharing],
            through: [.ownOrganisation], may: [.export], upTo: .confidential),
        PolicyRow(
            "authority-decides-on-what-is-referred", .competentAuthority, for: .protection, on: [.victims, .sharing],
            through: [.sharedByConsent, .sharedByLaw], may: [.read, .list, .search, .write], upTo: .identity,
            reachesClosed: false),
        PolicyRow(
            "authority-supervises", .competentAuthority, for: .protection, on: [.victims, .sharing],
            through: [.supervised],
            may: [.read, .list], upTo: .confidential),
        PolicyRow(
            "authority-breaks-the-glass", .competentAuthority, for: .protection, on: [.victims, .sharing],
            through: [.emergency], may: [.read], upTo: .identity),
        PolicyRow(
            "authority-registers", .competentAuthority, for: .protection, on: [.victims, .sharing, .protectionOfData],
            through: [.none],
            may: [.open, .breakGlass], upTo: .identity),
        PolicyRow(
            "authority-reports-on-plans", .competentAuthority, for: .protection, on: [.plans], through: [.none],
            may: [.open], upTo: .open),
        PolicyRow(
            "authority-imports", .competentAuthority, for: .protection, on: [.register], through: [.none],
            may: [.importRecords], upTo: .identity),
        PolicyRow(
            "authority-investigates-its-records", .competentAuthority, for: .investigation, on: [.victims],
            through: [.own, .ownOrganisation], may: [.read, .list], upTo: .confidential),
        PolicyRow(
            "authority-investigates-by-law", .competentAuthority, for: .investigation, on: [.victims],
            through: [.sharedByLaw], may: [.read, .list], upTo: .restricted, reachesClosed: false),
    ]

    private static let liaison: [PolicyRow] = [
        PolicyRow(
            "liaison-officer-works-in-the-organisation", .liaisonOfficer, for: .protection, on: [.victims, .sharing],
            through: [.own, .ownOrganisation], may: [.read, .list, .write, .share], upTo: .confidential),
        PolicyRow(
            "liaison-officer-carries-with-consent", .liaisonOfficer, for: .protection, on: [.victims, .sharing],
            through: [.sharedByConsent], may: [.read, .list, .write, .export], upTo: .identity, reachesClosed: false),
        PolicyRow(
            "liaison-officer-carries-by-law", .liaisonOfficer, for: .protection, on: [.victims, .sharing],
            through: [.sharedByLaw], may: [.read, .list, .write], upTo: .restricted, reachesClosed: false),
        PolicyRow(
            "liaison-officer-offers", .liaisonOfficer, for: .protection, on: [.victims, .sharing], through: [.none],
            may: [.open], upTo: .confidential),
        PolicyRow(
            "liaison-officer-tests-contacts", .liaisonOfficer, for: .protection, on: [.network], through: [.none],
            may: [.open], upTo: .open),
    ]

    /// Officers' skills and what states ask of each other are seen by whose they are, and by whom they were released to; no
    /// emergency opens them (decision 0255).
    private static let cooperation: [PolicyRow] = [FunctionKind.competentAuthority, .liaisonOfficer].flatMap { kind in
        [
            PolicyRow(
                "\(kind.rawValue)-cooperates-for-the-organisation", kind, for: .protection, on: [.cooperation],
                through: [.own, .ownOrganisation], may: [.read, .list, .write, .share], upTo: .restricted),
            PolicyRow(
                "\(kind.rawValue)-sees-what-was-released", kind, for: .protection, on: [.cooperation],
                through: [.sharedByLaw], may: [.read, .list], upTo: .restricted, reachesClosed: false),
            PolicyRow(
                "\(kind.rawValue)-asks-for-cooperation", kind, for: .protection, on: [.cooperation], through: [.none],
                may: [.open], upTo: .restricted),
        ]
    }

    private static let coordination: [PolicyRow] = [
        PolicyRow(
            "coordinator-keeps-the-network", .coordinator, for: .coordination, on: [.network], through: [.none],
            may: [.read, .list, .open, .write, .export], upTo: .restricted),
        PolicyRow(
            "coordinator-describes-sources", .coordinator, for: .coordination, on: [.numbers], through: [.none],
            may: [.read, .list, .open, .write, .export], upTo: .open),
        PolicyRow(
            "coordinator-keeps-plans", .coordinator, for: .coordination, on: [.plans], through: [.none],
            may: [.read, .list, .open, .write, .export], upTo: .open),
        PolicyRow(
            "coordinator-asks-by-questionnaires", .coordinator, for: .coordination, on: [.questionnaires],
            through: [.none], may: [.read, .list, .open, .write, .export, .share], upTo: .restricted),
        PolicyRow(
            "coordinator-keeps-the-library", .coordinator, for: .coordination, on: [.library], through: [.none],
            may: [.read, .list, .open, .write, .export], upTo: .open),
    ]

    private static let statistics: [PolicyRow] = [
        PolicyRow(
            "rapporteur-sees-facts-without-names", .rapporteur, for: .statistics, on: [.victims], through: [.none],
            may: [.read, .list], upTo: .open),
        PolicyRow(
            "rapporteur-makes-figures", .rapporteur, for: .statistics, on: [.register], through: [.none],
            may: [.count, .release], upTo: .open),
        PolicyRow(
            "rapporteur-keeps-sources-and-releases", .rapporteur, for: .statistics, on: [.numbers], through: [.none],
            may: [.read, .list, .open, .write, .export], upTo: .open),
        PolicyRow(
            "rapporteur-follows-plans", .rapporteur, for: .statistics, on: [.plans, .questionnaires], through: [.none],
            may: [.read, .list, .open, .write, .export], upTo: .open),
        PolicyRow(
            "rapporteur-keeps-the-library", .rapporteur, for: .statistics, on: [.library], through: [.none],
            may: [.read, .list, .open, .write, .export], upTo: .open),
    ]

    private static let dataProtection: [PolicyRow] = [
        PolicyRow(
            "officer-protects-data", .dataProtectionOfficer, for: .dataProtection,
            on: [.victims, .sharing, .cooperation, .protectionOfData],
            through: [.own, .ownOrganisation, .supervised], may: [.read, .list, .search, .export], upTo: .identity),
        PolicyRow(
            "officer-holds-and-reviews", .dataProtectionOfficer, for: .dataProtection, on: [.protectionOfData],
            through: [.own, .ownOrganisation, .supervised], may: [.write], upTo: .identity),
        PolicyRow(
            "officer-opens-holds", .dataProtectionOfficer, for: .dataProtection, on: [.protectionOfData],
            through: [.none], may: [.open], upTo: .identity),
        PolicyRow(
            "officer-reviews-the-register", .dataProtectionOfficer, for: .dataProtection, on: [.register],
            through: [.none], may: [.erase, .verify, .review], upTo: .identity),
    ]

    private static let operation: [PolicyRow] = [
        PolicyRow(
            "operator-keeps-the-machine", .systemOperator, for: .administration, on: [.register], through: [.none],
            may: [.initialise, .importRecords, .verify, .backup, .restore, .rebuild, .administer], upTo: .open),
        PolicyRow(
            "operator-keeps-posts-and-mandates", .systemOperator, for: .administration, on: [.network],
            through: [.none], may: [.read, .list, .open, .write], upTo: .restricted),
        PolicyRow(
            "operator-loads-the-register", .systemOperator, for: .administration,
            on: [.victims, .sharing, .cooperation, .network, .numbers, .plans, .questionnaires, .library],
            through: [.none],
            may: [.load], upTo: .identity),
    ]

    /// Who is asked answers, and sees what their organisation answered; nobody else but those who asked.
    private static let respondents: [PolicyRow] = [
        FunctionKind.caseworker, .competentAuthority, .liaisonOfficer, .dataProtectionOfficer, .respondent,
    ].flatMap { kind in
        [
            PolicyRow(
                "\(kind.rawValue)-answers-questionnaires", kind, for: kind.purpose, on: [.questionnaires],
                through: [.own],
                may: [.read, .list, .write], upTo: .restricted),
            PolicyRow(
                "\(kind.rawValue)-sees-answers-of-the-organisation", kind, for: kind.purpose, on: [.questionnaires],
                through: [.ownOrganisation], may: [.read, .list], upTo: .restricted),
        ]
    }

    /// Everybody in the network sees organisations and posts, and everybody at all what was released.
    private static let everybody: [PolicyRow] =
        [FunctionKind.caseworker, .competentAuthority, .liaisonOfficer, .rapporteur, .dataProtectionOfficer].map {
            PolicyRow(
                "\($0.rawValue)-knows-the-network", $0, for: $0.purpose, on: [.network], through: [.none],
                may: [.read, .list], upTo: .open)
        }
        + [FunctionKind.caseworker, .competentAuthority, .liaisonOfficer, .dataProtectionOfficer, .systemOperator].map {
            PolicyRow(
                "\($0.rawValue)-knows-the-figures", $0, for: $0.purpose, on: [.numbers], through: [.none],
                may: [.read, .list], upTo: .open)
        }
        + [FunctionKind.caseworker, .competentAuthority, .liaisonOfficer, .dataProtectionOfficer, .systemOperator].map {
            PolicyRow(
                "\($0.rawValue)-knows-the-plans", $0, for: $0.purpose, on: [.plans, .questionnaires], through: [.none],
                may: [.read, .list], upTo: .open)
        }
        // What was withdrawn from the library is seen by those who keep it.
        + [FunctionKind.caseworker, .competentAuthority, .liaisonOfficer, .dataProtectionOfficer].map {
            PolicyRow(
                "\($0.rawValue)-uses-the-library", $0, for: $0.purpose, on: [.library], through: [.none],
                may: [.read, .list], upTo: .open, reachesClosed: false)
        }
        + FunctionKind.allCases.map {
            PolicyRow(
                "\($0.rawValue)-reads-releases", $0, for: $0.purpose, on: [.register], through: [.none],
                may: [.readRelease], upTo: .open)
        }
}
