import Access
import Mechanisms
import Registry
import Vocabulary

/// The first page of the desk, for `workbench-protection.mustache`.
struct ProtectionHome: Sendable {
    struct Clause: Sendable {
        let href: String
        let kind: String
        let rule: String
        let ending: String
        let count: String
    }

    let title: String
    let lead: String
    let isOfficer: Bool
    let searchTitle: String
    let searchAction: String
    let searchLabel: String
    let searchHint: String
    let searchGo: String
    let caution: String
    let emergenciesTitle: String
    let emergencies: String
    let emergenciesHref: String
    let emergenciesLink: String
    let emergenciesTone: String
    let retentionTitle: String
    let retentionLead: String
    let clauses: [Clause]
    let hasClauses: Bool
    let nothingDue: String
    let allDue: String
    let allDueHref: String
    let verificationTitle: String
    let verification: String
    let verificationHref: String
    let verificationLink: String
    let tokenField: String
    let token: String

    init(_ visit: Visit, _ check: LedgerCheck) throws {
        let words = ProtectionWords(visit)
        isOfficer = visit.mayOverRegister(.review)
        (title, lead) = (words["title"], words[isOfficer ? "lead" : "lead-machine"])
        (searchTitle, searchAction) = (words["search.title"], ProtectionPaths.search)
        (searchLabel, searchHint) = (visit.wording["search.name"], visit.wording["search.name-hint"])
        (searchGo, caution) = (visit.wording["search.go"], visit.wording["search.caution"])
        emergenciesTitle = words["emergencies.title"]
        let waiting =
            isOfficer
            ? try visit.registry.count(ListRequest("break-glass", states: ["broken"]), visit.asking) : .exactly(0)
        emergencies = waiting == .exactly(0) ? words["emergencies.none"] : words.total(waiting)
        emergenciesTone = waiting == .exactly(0) ? "running" : "late"
        (emergenciesHref, emergenciesLink) = (ProtectionPaths.emergencies, words["emergencies.open"])
        (retentionTitle, retentionLead) = (words["retention.title"], words["retention.lead"])
        let counts = isOfficer ? try visit.registry.retentionCounts(through: visit.today, visit.asking) : []
        clauses = counts.filter { $0.total != .exactly(0) }.map { Clause($0, words) }
        hasClauses = !clauses.isEmpty
        nothingDue = words["retention.nothing"]
        (allDue, allDueHref) = (words["retention.all"], ProtectionPaths.retention)
        verificationTitle = words["verification.title"]
        verification = VerificationPage.summary(check.state(on: visit.workbench.shelf), words)
        (verificationHref, verificationLink) = (ProtectionPaths.verification, words["verification.open"])
        (tokenField, token) = (FormToken.field, visit.exchange.formToken)
    }
}

extension ProtectionHome.Clause {
    init(_ count: RetentionCount, _ words: ProtectionWords) {
        href = ProtectionPaths.clock(count.clause.clock)
        kind = words.wording.title(count.mechanism)
        rule = words.filled(
            "retention.rule",
            ["length": words.length(count.days), "start": words.start(count.clause, count.mechanism)])
        ending = words.ending(count.clause.ending)
        self.count = words.total(count.total)
    }
}
