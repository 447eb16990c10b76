import Tables

/// All indicators, in the order of the THB Index.
package enum IndicatorBook {
    /// What B85 means by “limited”: more do not fit on a page that a minister reads.
    package static let mostInIndex = 20

    /// Those of the index first, then the others.
    package static let all: [Indicator] = [
        Indicator(
            "referrals", unit: .referral, from: .records(.episode, .referred), once: .record,
            mechanism: "status-episode", reference: "B03; S2:5"),
        Indicator(
            "referred-persons", unit: .person, from: .records(.episode, .referred), once: .year,
            mechanism: "status-episode", reference: "B01; S1:24"),
        Indicator(
            "registered-victims", unit: .person, from: .records(.episode, .registered), once: .year,
            mechanism: "status-episode", reference: "B03; S4:208"),
        Indicator(
            "identified-victims", unit: .person, from: .records(.episode, .identified), once: .year,
            periodRule: .identification, mechanism: "status-episode", reference: "B03; S4:216"),
        Indicator(
            "presumed-victims", unit: .person, from: .records(.episode, .presumed), once: .year,
            mechanism: "status-episode", reference: "B03; S2:5"),
        Indicator(
            "declined-identification", unit: .person, from: .records(.episode, .declined), once: .year,
            periodRule: .identification, mechanism: "status-episode", reference: "B03; S4:208"),
        Indicator(
            "potential-victims", unit: .person, from: .records(.episode, .potential), once: .year,
            mechanism: "status-episode", reference: "B03; S2:5"),
        Indicator(
            "not-identified-persons", unit: .person, from: .records(.episode, .notIdentified), once: .year,
            periodRule: .identification, mechanism: "status-episode", reference: "B03; S4:216"),
        Indicator(
            "registered-children", unit: .person,
            from: .records(.episode, .registered, only: .init(breakdown: .ageGroup, code: "child")), once: .year,
            mechanism: "status-episode", reference: "B12; S4:216"),
        Indicator(
            "referred-children", unit: .person,
            from: .records(.episode, .referred, only: .init(breakdown: .ageGroup, code: "child")), once: .year,
            mechanism: "status-episode", reference: "B12; S3:74"),
        Indicator(
            "re-trafficked-persons", unit: .person, from: .records(.episode, .retrafficked), once: .year,
            direction: .lowerIsBetter, mechanism: "re-trafficking", reference: "B09; S3:52"),
        Indicator(
            "cases", unit: .case, from: .records(.file, .all), once: .record, mechanism: "case",
            reference: "B01; S1:24"),
        Indicator(
            "victims-in-cases", unit: .person, from: .records(.involvement, .inCases), once: .year,
            mechanism: "case-person", reference: "B01; S1:24"),
        Indicator(
            "incidents", unit: .incident, from: .records(.incident, .all), once: .record, periodRule: .exploitation,
            mechanism: "incident", reference: "B01; S3:52"),
        Indicator(
            "reporting-organisations", unit: .organisation, from: .records(.report, .all), once: .askedPeriod,
            direction: .higherIsBetter, mechanism: "organisation", reference: "B98, B100; S1:24"),
        Indicator(
            "screenings", unit: .screening, from: .notYet, once: .record, direction: .higherIsBetter,
            mechanism: "screening", reference: "B04, B100; S3:113"),
        Indicator("suspects", unit: .person, from: .notYet, once: .year, mechanism: "suspect", reference: "B85; S2:10"),
        Indicator(
            "persons-prosecuted", unit: .person, from: .notYet, once: .year, mechanism: "proceeding",
            reference: "B85; S2:10"),
        Indicator(
            "persons-convicted", unit: .person, from: .notYet, once: .year, mechanism: "proceeding",
            reference: "B85; S2:10"),
        Indicator(
            "smuggled-persons", unit: .person, from: .records(.involvement, .all), phenomenon: .smuggling,
            once: .year, periodRule: .exploitation, mechanism: "incident", reference: "B08; S1:22", isInIndex: false),
    ]

    /// Those of the THB Index.
    package static var index: [Indicator] { all.filter(\.isInIndex) }

    /// - Throws: ``CountingFailure/unknownIndicator(_:existing:)`` with all codes.
    package static func indicator(_ code: String) throws(CountingFailure) -> Indicator {
        guard let found = all.first(where: { $0.code == code }) else {
            throw .unknownIndicator(code, existing: all.map(\.code))
        }
        return found
    }
}
