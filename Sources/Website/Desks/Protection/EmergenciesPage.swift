import Access
import Mechanisms
import Registry
import Vocabulary

/// Emergency accesses that wait for their review, for `workbench-protection-emergencies.mustache`.
struct EmergenciesPage: Sendable {
    struct Use: Sendable {
        let id: String
        let title: String
        let state: StateBadge
        let facts: [Fact]
        let readsTitle: String
        let reads: [Read]
        let hasReads: Bool
        let noReads: String
        let steps: [ListPage.Link]
        let recordHref: String
        let record: String
    }

    struct Fact: Sendable {
        let label: String
        let text: String
    }

    struct Read: Sendable {
        let moment: String
        let machineMoment: String
        let what: String
        let fields: [String]
    }

    let title: String
    let level: Access.Marking?
    let lead: String
    let uses: [Use]
    let hasUses: Bool
    let none: String
    let reviewedHref: String
    let reviewed: String

    init(_ visit: Visit) throws {
        let words = ProtectionWords(visit)
        let found = try visit.registry.emergencyUses(visit.asking)
        let names = try Names(in: found.flatMap { [$0.view] + [$0.about].compactMap(\.self) }, visit)
        (title, lead) = (words["emergencies.title"], words["emergencies.lead"])
        level = names.marking
        uses = try found.map { try Use($0, names, words, visit) }
        (hasUses, none) = (!uses.isEmpty, words["emergencies.none"])
        reviewedHref = WorkbenchPaths.list("break-glass") + "?state=accepted&state=objected"
        reviewed = words["emergencies.reviewed"]
    }
}

extension EmergenciesPage.Use {
    init(_ use: EmergencyUse, _ names: Names, _ words: ProtectionWords, _ visit: Visit) throws {
        let wording = visit.wording
        let mechanism = try visit.registry.mechanism(use.view.mechanism)
        id = use.view.record.description
        title = use.about.map { names.heading(of: $0) } ?? wording["value.not-yours"]
        state = StateBadge(use.view.state, of: mechanism, wording)
        facts = [
            .init(label: words["accesses.when"], text: wording.moment(use.brokenAt)),
            .init(label: words["accesses.who"], text: words.post(use.function, use.organisation)),
            .init(label: words["account"], text: use.account),
            .init(label: wording["step.reason"], text: use.reason ?? wording["value.absent"]),
        ]
        readsTitle = words["emergencies.reads"]
        reads = use.reads.map { line in
            .init(
                moment: wording.moment(line.recordedAt), machineMoment: line.recordedAt.description,
                what: words.what(line), fields: words.details(line))
        }
        (hasReads, noReads) = (!reads.isEmpty, words["emergencies.no-reads"])
        steps = try visit.registry.offers(on: use.view.record, visit.asking).filter(\.isOpen).map { offer in
            ListPage.Link(
                href: WorkbenchPaths.step(use.view.record, offer.transition.name),
                text: wording.step(mechanism, offer.transition))
        }
        (recordHref, record) = (WorkbenchPaths.record(use.view.record), words["record"])
    }
}
