/// Who may do what, written a second time, by hand and in another form, from decision 0080: the policy does not make it
/// and `make reference` does not touch it. Whoever changes a row of the policy changes it here too, and says why.
///
/// A line: how one stands to the record; then how far one sees in each action, as the first letter of a sensitivity
/// (open, restricted, confidential, identity), or a full stop where it is refused. A star behind the relation: only as
/// long as work on the record has not ended. What holds without any relation holds with each.
enum DecidedPermissions {
    static let columns = ["read", "list", "search", "open", "write", "export", "share", "break-glass", "load"]

    static let records = """
        caseworker for protection on victims
            own                  i i i . i i i . .
            own-organisation     i i i . i c i . .
            shared-by-consent*   i i i . . . . . .
            shared-by-law*       r r . . . . . . .
            supervised           r r . . . . . . .
            emergency            i . . . . . . . .
            none                 . . . i . . . i .
        caseworker for protection on sharing
            own                  i i i . i i i . .
            own-organisation     i i i . i c i . .
            shared-by-consent*   c c . . c . . . .
            shared-by-law*       c c . . c . . . .
            supervised           r r . . . . . . .
            emergency            i . . . . . . . .
            none                 . . . i . . . i .
        caseworker for protection on protection-of-data
            none                 . . . i . . . i .
        caseworker for protection on network
            none                 o o . . . . . . .
        caseworker for protection on numbers
            none                 o o . . . . . . .
        caseworker for protection on plans
            none                 o o . . . . . . .
        caseworker for protection on questionnaires
            own                  r r . . r . . . .
            own-organisation     r r . . . . . . .
            none                 o o . . . . . . .
        caseworker for protection on library
            none*                o o . . . . . . .

        competent-authority for protection on victims
            own                  i i i . i i i . .
            own-organisation     i i i . i c i . .
            shared-by-consent*   i i i . i . . . .
            shared-by-law*       i i i . i . . . .
            supervised           c c . . . . . . .
            emergency            i . . . . . . . .
            none                 . . . i . . . i .
        competent-authority for protection on sharing
            own                  i i i . i i i . .
            own-organisation     i i i . i c i . .
            shared-by-consent*   i i i . i . . . .
            shared-by-law*       i i i . i . . . .
            supervised           c c . . . . . . .
            emergency            i . . . . . . . .
            none                 . . . i . . . i .
        competent-authority for protection on protection-of-data
            none                 . . . i . . . i .
        competent-authority for protection on cooperation
            own                  r r . . r . r . .
            own-organisation     r r . . r . r . .
            shared-by-law*       r r . . . . . . .
            none                 . . . r . . . . .
        competent-authority for protection on network
            none                 o o . . . . . . .
        competent-authority for protection on numbers
            none                 o o . . . . . . .
        competent-authority for protection on plans
            none                 o o . o . . . . .
        competent-authority for protection on questionnaires
            own                  r r . . r . . . .
            own-organisation     r r . . . . . . .
            none                 o o . . . . . . .
        competent-authority for protection on library
            none*                o o . . . . . . .
        competent-authority for investigation on victims
            own                  c c . . . . . . .
            own-organisation     c c . . . . . . .
            shared-by-law*       r r . . . . . . .

        liaison-officer for protection on victims
            own                  c c . . c . c . .
            own-organisation     c c . . c . c . .
            shared-by-consent*   i i . . i i . . .
            shared-by-law*       r r . . r . . . .
            none                 . . . c . . . . .
        liaison-officer for protection on sharing
            own                  c c . . c . c . .
            own-organisation     c c . . c . c . .
            shared-by-consent*   i i . . i i . . .
            shared-by-law*       r r . . r . . . .
            none                 . . . c . . . . .
        liaison-officer for protection on cooperation
            own                  r r . . r . r . .
            own-organisation     r r . . r . r . .
            shared-by-law*       r r . . . . . . .
            none                 . . . r . . . . .
        liaison-officer for protection on network
            none                 o o . o . . . . .
        liaison-officer for protection on numbers
            none                 o o . . . . . . .
        liaison-officer for protection on plans
            none                 o o . . . . . . .
        liaison-officer for protection on questionnaires
            own                  r r . . r . . . .
            own-organisation     r r . . . . . . .
            none                 o o . . . . . . .
        liaison-officer for protection on library
            none*                o o . . . . . . .

        coordinator for coordination on network
            none                 r r . r r r . . .
        coordinator for coordination on numbers
            none                 o o . o o o . . .
        coordinator for coordination on plans
            none                 o o . o o o . . .
        coordinator for coordination on questionnaires
            none                 r r . r r r r . .
        coordinator for coordination on library
            none                 o o . o o o . . .

        rapporteur for statistics on victims
            none                 o o . . . . . . .
        rapporteur for statistics on numbers
            none                 o o . o o o . . .
        rapporteur for statistics on network
            none                 o o . . . . . . .
        rapporteur for statistics on plans
            none                 o o . o o o . . .
        rapporteur for statistics on questionnaires
            none                 o o . o o o . . .
        rapporteur for statistics on library
            none                 o o . o o o . . .

        data-protection-officer for data-protection on victims
            own                  i i i . . i . . .
            own-organisation     i i i . . i . . .
            supervised           i i i . . i . . .
        data-protection-officer for data-protection on sharing
            own                  i i i . . i . . .
            own-organisation     i i i . . i . . .
            supervised           i i i . . i . . .
        data-protection-officer for data-protection on cooperation
            own                  i i i . . i . . .
            own-organisation     i i i . . i . . .
            supervised           i i i . . i . . .
        data-protection-officer for data-protection on protection-of-data
            own                  i i i . i i . . .
            own-organisation     i i i . i i . . .
            supervised           i i i . i i . . .
            none                 . . . i . . . . .
        data-protection-officer for data-protection on network
            none                 o o . . . . . . .
        data-protection-officer for data-protection on numbers
            none                 o o . . . . . . .
        data-protection-officer for data-protection on plans
            none                 o o . . . . . . .
        data-protection-officer for data-protection on questionnaires
            own                  r r . . r . . . .
            own-organisation     r r . . . . . . .
            none                 o o . . . . . . .
        data-protection-officer for data-protection on library
            none*                o o . . . . . . .

        system-operator for administration on victims
            none                 . . . . . . . . i
        system-operator for administration on sharing
            none                 . . . . . . . . i
        system-operator for administration on cooperation
            none                 . . . . . . . . i
        system-operator for administration on network
            none                 r r . r r . . . i
        system-operator for administration on numbers
            none                 o o . . . . . . i
        system-operator for administration on plans
            none                 o o . . . . . . i
        system-operator for administration on questionnaires
            none                 o o . . . . . . i
        system-operator for administration on library
            none                 . . . . . . . . i

        respondent for coordination on questionnaires
            own                  r r . . r . . . .
            own-organisation     r r . . . . . . .
        """

    /// What is done to the register as a whole, and how far it lets see.
    static let register = """
        caseworker for protection: import i, read-release o
        competent-authority for protection: import i, read-release o
        liaison-officer for protection: read-release o
        coordinator for coordination: read-release o
        rapporteur for statistics: count o, release o, read-release o
        data-protection-officer for data-protection: erase i, verify i, review i, read-release o
        system-operator for administration: initialise o, import o, verify o, backup o, restore o, rebuild o
        system-operator for administration: administer o, read-release o
        respondent for coordination: read-release o
        public for publication: read-release o
        """

    /// Through which relations the file of a document is given, in which states of the document; nowhere else. Whoever
    /// sees less than what is confidential of a document sees that there is a file, and does not get it.
    static let downloads = """
        caseworker for protection: own, own-organisation, shared-by-consent*, shared-by-law*, emergency
        competent-authority for protection: own, own-organisation, shared-by-consent*, shared-by-law*, supervised, emergency
        liaison-officer for protection: own, own-organisation, shared-by-consent*
        data-protection-officer for data-protection: own, own-organisation, supervised
        """
    static let downloadStates: Set = ["clean", "released"]

    /// Who comes to the places made by hand: to everything below an address, unless a longer one says otherwise.
    static let desks = """
        /work/import: caseworker, competent-authority, system-operator
        /work/calendar: caseworker, competent-authority, liaison-officer, coordinator, rapporteur, data-protection-officer, system-operator, respondent
        /work/plans: caseworker, competent-authority, liaison-officer, coordinator, rapporteur, data-protection-officer, system-operator
        /work/plans/{record}/table: coordinator, rapporteur
        /work/plans/{record}/changes.csv: coordinator, rapporteur
        /work/questionnaires: caseworker, competent-authority, liaison-officer, coordinator, rapporteur, data-protection-officer, system-operator, respondent
        /work/questionnaires/forms/{record}/send: coordinator
        /work/questionnaires/forms/{record}/next: coordinator
        /work/questionnaires/forms/{record}/languages: coordinator
        /work/questionnaires/rounds/{record}/extend: coordinator
        /work/questionnaires/rounds/{record}/ask: coordinator
        /work/questionnaires/rounds/{record}/{step}: coordinator
        /work/questionnaires/rounds/{record}/annex: coordinator, rapporteur
        /work/questionnaires/rounds/{record}/annex.csv: coordinator, rapporteur
        /work/questionnaires/responses/{record}/step: coordinator
        /work/questionnaires/responses/{record}/link: coordinator
        /work/questionnaires/responses/{record}/files: caseworker, competent-authority, liaison-officer, coordinator, rapporteur, data-protection-officer, system-operator, respondent
        /work/questionnaires/responses/{record}/answers: caseworker, competent-authority, liaison-officer, coordinator, rapporteur, data-protection-officer, respondent
        /work/treaties: caseworker, competent-authority, liaison-officer, coordinator, rapporteur, data-protection-officer, system-operator
        /work/treaties/status.csv: coordinator, rapporteur
        /work/contacts: caseworker, competent-authority, liaison-officer, coordinator, rapporteur, data-protection-officer, system-operator
        /work/contacts/manual: coordinator
        /work/contacts/lists: coordinator
        /work/contacts/skills: competent-authority, liaison-officer
        /work/overviews: caseworker, competent-authority, liaison-officer, coordinator, rapporteur, data-protection-officer, system-operator
        /work/overviews/{overview}/rows.csv: coordinator, rapporteur
        /work/recommendations: caseworker, competent-authority, liaison-officer, coordinator, rapporteur, data-protection-officer, system-operator
        /work/library: caseworker, competent-authority, liaison-officer, coordinator, rapporteur, data-protection-officer
        /work/library/missing: caseworker, competent-authority, liaison-officer, coordinator, rapporteur, data-protection-officer
        /work/releasing: rapporteur
        /work/notices: caseworker, competent-authority, liaison-officer, coordinator, rapporteur, data-protection-officer, system-operator
        /work/notices/new: coordinator, rapporteur
        /work/notices/{record}/publish: coordinator, rapporteur
        /work/notices/{record}/withdraw: coordinator, rapporteur
        /work/protection: data-protection-officer, system-operator
        /work/protection/search: data-protection-officer
        /work/protection/person: data-protection-officer
        /work/protection/retention: data-protection-officer
        /work/protection/emergencies: data-protection-officer
        /work/protection/verification: data-protection-officer, system-operator
        /work/administration: system-operator
        """
}
