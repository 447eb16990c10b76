package import Mechanisms

/// Every mechanism that the program knows, in the order in which people meet them.
package enum Catalogue {
    package static let mechanisms: [Mechanism] = [
        .organisation, .function, .mandate, .handover, .office, .meeting, .meetingConclusion,
        .coordinationBody, .coordinationTask, .crisisResponse,
        .contactPoint, .contactTest, .holiday, .nationalProcedure, .contactManual, .circulationList,
        .person, .samePerson, .caseFile, .casePerson, .incident, .routeLeg, .linkedCrime, .statusEpisode,
        .reTrafficking,
        .consent, .share, .task, .caseEntry, .document, .handlingMark,
        .officerSkill, .cooperationRequest, .contactNote,
        .breakGlass, .legalHold, .prolongation,
        .source, .release, .submission,
        .plan, .planPart, .planAction, .actionParty, .actionDeadline, .actionEvidence, .stateOfPlay,
        .questionnaire, .question, .questionTranslation, .translationJob, .questionnaireRound, .questionnaireResponse,
        .answeringLink,
        .recommendingBody, .recommendationCycle, .recommendation, .recommendationMapping, .recommendationFollowUp,
        .reportingDuty, .progressReport,
        .routePriority, .intelligenceContribution, .evaluation, .complianceRecord, .goodPractice, .glossaryTerm,
        .calendarEvent,
        .manual, .amendmentProposal, .pressRelease, .publicNotice,
        .treaty, .treatyAct, .provision, .law, .transpositionAssessment, .lawFeature, .coherenceNote, .agreement,
        .libraryDocument, .documentRelation,
    ]

    /// Days by clock.
    package static let clocks = protectiveClocks.merging(retentionClocks) { first, _ in first }

    /// When those who owe something are reminded, where it is not as usual (decision 0211). A rule of a kind that a country
    /// writes in `country.yaml` takes the place of ours.
    package static let reminders: [String: ReminderRule] = [
        // A deadline of a plan is work of months.
        "action-deadline": ReminderRule(days: [-30, -7, 0, 1, 14], escalation: 30),
        "mandate": ReminderRule(days: [-30, -7, 0], escalation: nil),
        // A report is written, read and signed by others.
        "reporting-duty": ReminderRule(days: [-60, -30, -7, 0, 7], escalation: 30),
        // A recovery period, a task, an answer to a referral: days count.
        "status-episode": ReminderRule(days: [-7, -1, 0, 1, 3], escalation: 3),
        "task": ReminderRule(days: [-3, 0, 1, 7], escalation: 14),
        ReminderRule.stateOfPlay: ReminderRule(days: [-30, 0, 30], escalation: 60),
        ReminderRule.vacancy: ReminderRule(days: [0, 14], escalation: 30, grace: 14),
        ReminderRule.nomination: ReminderRule(days: [0, 30], escalation: 60, grace: 30),
    ]

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
        "retention-officer-skill": 365,
        "retention-break-glass": 1827, "retention-legal-hold": 1827, "retention-prolongation": 1827,
    ]
}
