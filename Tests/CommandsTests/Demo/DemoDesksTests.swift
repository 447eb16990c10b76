import Access
import Catalogue
import Foundation
import Mechanisms
import Registry
import TestKit
import Testing

/// Mechanisms that the secretariat works with.
private enum DesksOfTheSecretariat {
    /// Made by persons as they work, or by a machine: they stand on no desk on the country's first day.
    private static let empty: Set = [
        "answering-link", "release", "submission", "document-relation", "translation-job",
    ]
    /// About persons, or of those who cooperate.
    private static let others: Set<Mechanism.Chapter> = [.register, .sharing, .dataProtection, .cooperation]

    static let mechanisms: [String] = Catalogue.mechanisms.filter { mechanism in
        !others.contains(mechanism.chapter) && !empty.contains(mechanism.name)
    }.map { mechanism in mechanism.name }
}

/// No desk of the demo country is empty: whoever tries the program sees on each of them what it is for.
extension DemoCountryTests {
    @Test(arguments: Overview.allCases)
    func everyOverviewHasARow(overview: Overview) throws {
        #expect(try ask("overview", "show", overview.rawValue).count > 1)
    }

    @Test(arguments: DesksOfTheSecretariat.mechanisms)
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
