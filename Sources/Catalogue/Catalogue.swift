package import Mechanisms

/// Every mechanism that the program knows, in the order in which people meet them.
package enum Catalogue {
    package static let mechanisms: [Mechanism] = [
        .organisation, .function, .mandate, .handover, .office,
        .person, .samePerson, .caseFile, .casePerson, .incident, .routeLeg, .linkedCrime, .statusEpisode,
        .reTrafficking,
        .consent, .share, .task, .caseEntry, .document, .handlingMark,
        .breakGlass, .legalHold,
        .source, .release,
    ]

    /// The least number of days that the book allows, by clock; a country may only lengthen them.
    ///
    /// Recovery: Council of Europe Convention CETS 197, article 13 (at least 30 days). Appeal: our own least; national
    /// law sets the real one.
    package static let clocks: [String: Int] = ["recovery-period": 30, "appeal-period": 14]
}
