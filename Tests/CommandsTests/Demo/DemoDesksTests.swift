import Access
import Catalogue
import Foundation
import Mechanisms
import Registry
import TestKit
import Testing

/// No desk of the demo country is empty: whoever tries the program sees on each of them what it is for.
extension DemoCountryTests {
    @Test(arguments: Overview.allCases)
    func everyOverviewHasARow(overview: Overview) throws {
        #expect(try ask("overview", "show", overview.rawValue).count > 1)
    }

    /// What is made by persons, at night or by a machine only, and stands in no desk of the country's first day.
    private static let empty: Set = [
        "answering-link", "document", "handling-mark", "break-glass", "legal-hold", "prolongation", "release",
        "submission", "document-relation", "translation-job", "linked-crime", "route-leg", "case-person",
        "re-trafficking",
    ]
    /// Matters of persons, which are many and of each body its own.
    private static let ofPersons: Set<Mechanism.Chapter> = [.register, .sharing, .dataProtection]

    @Test(
        arguments: Catalogue.mechanisms.filter {
            !ofPersons.contains($0.chapter) && $0.chapter != .cooperation && !empty.contains($0.name)
        }.map(\.name))
    func everyDeskOfTheSecretariatHasARecord(mechanism: String) throws {
        #expect(
            try ask("record", "list", mechanism, "--as", "coordinator", "--for", "Office of the Coordinator").count > 1)
    }

    @Test(arguments: ["officer-skill", "cooperation-request", "contact-note"])
    func everyDeskOfALiaisonOfficerHasARecord(mechanism: String) throws {
        let answering = try ask("contacts", "skills", "--skill", "child-interview").last ?? ""
        let post = try #require(answering.split(separator: ",").first { $0.count == 36 }.map(String.init))
        let rows = try ask(
            "record", "list", mechanism, "--as", "liaison-officer", "--for", "Police Unit on Trafficking", "--post",
            post)
        #expect(rows.count > 1)
    }

    @Test func b51ContactsAnswerAndB53SkillsAreFoundWithoutAName() throws {
        // The night line answers at every hour.
        #expect(try ask("contacts", "now", "--state", "PT").contains { $0.contains("Night line") })
        let found = try ask("contacts", "skills", "--language", "French", "--skill", "child-interview")
        #expect(found.contains { $0.contains("Duty officer") } && !found.contains { $0.contains("pu-1") })
    }

    @Test func b78ThreeBodiesStateTheirLevelsInTwoYears() throws {
        let rows = try ask("overview", "show", "maturity").dropFirst()
        #expect(rows.count == 12, "three bodies, two questions, two years")
    }

    @Test func b58FiveNotesOnOneWayAreToldAndTwoAreTooFew() throws {
        let rows = try ask("overview", "show", "informal-cooperation").dropFirst()
        #expect(rows.contains { $0.hasPrefix("telephone,referral,5,26,0") }, "\(rows)")
        #expect(rows.count { $0.contains("too-few") } == 2)
    }
}
