import Access
import HTTPTypes
import Mechanisms
import Registry
import Vocabulary

// Goals, in order: (1) nothing is shown of a record that the policy does not grant the officer; (2) nothing is erased
// but by a person who saw what goes and what stays, and said why; (3) every look is written down, the officer's too.

/// Where data-protection officers work: who looked at a person's record, what is held on somebody, erasure, what is kept
/// too long, emergency accesses, and whether the ledger is sound.
package struct ProtectionDesk: Desk {
    let check: LedgerCheck

    /// - Parameter check: The one that this house runs; whoever closes the register ends it first.
    package init(check: LedgerCheck) { self.check = check }

    package func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem? {
        let visit = Visit(workbench, exchange)
        guard visit.mayOverRegister(.verify) else { return nil }
        return WorkbenchFrame.NavigationItem(
            text: ProtectionWords(visit)["title"], href: ProtectionPaths.home,
            isCurrent: exchange.path.hasPrefix(ProtectionPaths.home))
    }

    package func routes(in workbench: Workbench) -> [Route] {
        let person = ProtectionPaths.anyPerson
        return [
            workbench.route(.get, ProtectionPaths.home, to: .verify, home),
            workbench.route(.post, ProtectionPaths.search, to: .review, body: .form(isSecret: true), search),
            workbench.route(.get, person, to: .review, giving: .accessesOnPaper, accesses),
            workbench.route(.get, "\(person)/accesses.csv", to: .review, giving: .accessesAsCSV, accessesFile),
            workbench.route(.get, "\(person)/file", to: .review, giving: .subjectAccessOnPaper, file),
            workbench.route(.get, "\(person)/file.json", to: .review, giving: .subjectAccessAsJSON, fileJSON),
            workbench.route(.get, "\(person)/erase", to: .erase) { try erasure($0, nil) },
            workbench.route(.post, "\(person)/erase", to: .erase, body: .form(), erase),
            workbench.route(.get, ProtectionPaths.retention, to: .review, retention),
            workbench.route(.get, ProtectionPaths.emergencies, to: .review, emergencies),
            workbench.route(.get, ProtectionPaths.verification, to: .verify, verification),
            workbench.route(.post, ProtectionPaths.verification, to: .verify, body: .form(), startCheck),
            workbench.route(.post, ProtectionPaths.verificationStop, to: .verify, body: .form(), stopCheck),
        ]
    }

    private func home(_ visit: Visit) throws -> Answer {
        let page = try ProtectionHome(visit, check)
        return visit.page(page.title, "protection", page, breadcrumb: [visit.homeStep])
    }

    private func search(_ visit: Visit) throws -> Answer {
        let person = try visit.registry.mechanism("person")
        let search = PersonSearch(visit.exchange.form, person)
        let page = try SearchPage(
            search, person, visit, action: ProtectionPaths.search, toRecord: ProtectionPaths.accesses)
        return visit.page(
            ProtectionWords(visit)["search.title"], "search", page, breadcrumb: visit.deskSteps,
            marking: page.hasRows ? .restricted : nil)
    }

    private func accesses(_ visit: Visit) throws -> Answer {
        let page = try AccessesPage(of: visit.namedRecord(), visit)
        return visit.page(page.title, "protection-accesses", page, breadcrumb: visit.deskSteps, marking: page.level)
    }

    private func accessesFile(_ visit: Visit) throws -> Answer {
        let person = try visit.namedRecord()
        let table = try AccessesTable(of: person, visit)
        return .file(
            .bytes(table.bytes, type: TableFile.Kind.csv.mediaType), name: "accesses-\(visit.today).csv",
            as: .accessesAsCSV, marked: .restricted)
    }

    private func file(_ visit: Visit) throws -> Answer {
        let page = try SubjectFilePage(of: visit.namedRecord(), visit)
        return visit.page(
            page.title, "protection-file", page, breadcrumb: visit.deskSteps, marking: page.level, width: .narrow)
    }

    private func fileJSON(_ visit: Visit) throws -> Answer {
        let access = try visit.registry.subjectAccess(to: visit.namedRecord(), visit.asking)
        let json = SubjectFileJSON(access, at: visit.exchange.moment, visit.book).json
        return .file(
            .bytes(Array(json.text(indent: 2).utf8), type: "application/json"),
            name: "subject-access-\(visit.today).json", as: .subjectAccessAsJSON, marked: access.marking)
    }

    private func emergencies(_ visit: Visit) throws -> Answer {
        let page = try EmergenciesPage(visit)
        return visit.page(
            page.title, "protection-emergencies", page, breadcrumb: visit.deskSteps, marking: page.level)
    }

    private func retention(_ visit: Visit) throws -> Answer {
        let page = try RetentionListPage(visit)
        return visit.page(
            page.title, "protection-retention", page, breadcrumb: visit.deskSteps, marking: page.level)
    }

    private func erasure(_ visit: Visit, _ answer: ErasurePage.Answer?) throws -> Answer {
        let page = try ErasurePage(of: visit.namedRecord(), answer, visit)
        return visit.page(
            page.title, "protection-erase", page, breadcrumb: visit.deskSteps, marking: page.level, width: .narrow,
            status: page.hasErrors ? 422 : 200)
    }

    private func erase(_ visit: Visit) throws -> Answer {
        let person = try visit.namedRecord()
        let answer = ErasurePage.Answer(visit.exchange.form, for: person)
        guard answer.problems.isEmpty else { return try erasure(visit, answer) }
        do { try visit.registry.erase(person, because: answer.reason, visit.asking) } catch RegistryRefusal.held {
            return try erasure(visit, answer.with(.held))
        }
        return .redirect(to: ProtectionPaths.erase(person))
    }

    private func verification(_ visit: Visit) throws -> Answer {
        let page = VerificationPage(check.state(on: visit.workbench.shelf), visit)
        return visit.page(page.title, "protection-verification", page, breadcrumb: visit.deskSteps, width: .narrow)
    }

    private func startCheck(_ visit: Visit) throws -> Answer {
        check.start(
            visit.registry, visit.asking, projections: visit.exchange.form["projections"] == "1",
            keeping: visit.workbench.shelf)
        return .redirect(to: ProtectionPaths.verification)
    }

    private func stopCheck(_ visit: Visit) throws -> Answer {
        check.stop()
        return .redirect(to: ProtectionPaths.verification)
    }
}

extension Visit {
    /// Whether the function of the one who asks may do this to the register as a whole.
    func mayOverRegister(_ action: Action) -> Bool {
        (try? registry.policy.decide(asking.actor, action, for: asking.purpose).get()) != nil
    }

    /// The way to the pages of the desk.
    fileprivate var deskSteps: [WorkbenchFrame.Step] {
        [homeStep, .init(text: ProtectionWords(self)["title"], href: ProtectionPaths.home)]
    }
}
