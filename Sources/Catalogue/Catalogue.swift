package import Mechanisms

/// Every mechanism that the program knows, in the order in which people meet them.
package enum Catalogue {
    package static let mechanisms: [Mechanism] = [
        .organisation, .function, .mandate, .handover, .office,
        .person, .samePerson, .caseFile, .casePerson, .incident, .routeLeg, .linkedCrime, .statusEpisode,
        .reTrafficking,
        .consent, .share, .task, .caseEntry, .document, .handlingMark,
        .breakGlass, .legalHold, .prolongation,
        .source, .release, .submission,
        .plan, .planPart, .planAction, .actionParty, .actionDeadline, .actionEvidence, .stateOfPlay,
        .recommendingBody, .recommendationCycle, .recommendation, .recommendationMapping, .recommendationFollowUp,
        .treaty, .treatyAct, .provision, .law, .transpositionAssessment, .lawFeature, .coherenceNote, .agreement,
    ]

    /// Days by clock.
    package static let clocks = protectiveClocks.merging(retentionClocks) { first, _ in first }

    /// The least number of days that the book allows; a country may only lengthen them.
    ///
    /// Recovery: Council of Europe Convention CETS 197, article 13 (at least 30 days). Appeal: our own least; national
    /// law sets the real one.
    private static let protectiveClocks = ["recovery-period": 30, "appeal-period": 14]

    /// How long records are kept before somebody looks at them. None of these is law: no instrument that binds every
    /// country names a number of years, each says *no longer than is necessary*. They are ours until a country says its
    /// own (decision 0147).
    private static let retentionClocks = [
        "retention-person": 3653, "retention-person-unchanged": 1827, "retention-case": 3653,
        "retention-status-episode": 3653, "retention-incident": 3653, "retention-case-entry": 3653,
        "retention-document": 1827, "retention-consent": 3653, "retention-share": 1096,
        "retention-break-glass": 1827, "retention-legal-hold": 1827, "retention-prolongation": 1827,
    ]
}
