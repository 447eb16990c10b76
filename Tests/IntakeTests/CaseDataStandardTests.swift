import Mechanisms
import Testing
import Vocabulary

@testable import Intake

/// HTCDS 2.0 in its two spellings, with the defects that the standard itself has.
struct CaseDataStandardTests {
    private func changes(_ text: String, of mechanism: String) async throws -> [String: FieldValue] {
        let (register, told) = (MemoryRegister(), Told())
        let summary = try await imported(
            MemoryBytes(text), as: shipped("htcds-2.0.yaml"), into: register, telling: told)
        #expect(summary.accepted == 1, "\(told.findings)")
        return await register.commands(of: mechanism).first?.changes ?? [:]
    }

    private func row(_ column: String, _ cell: String) -> String {
        "record_id,vic_TraffickingStatus,cas_IncomingReferralDate,\(column)\n1,PossibleVictimOfTrafficking,2023-07-14,\"\(cell)\"\n"
    }

    @Test(arguments: [
        "prs_FirstName", "prs_First_Name", "First Name", "FirstName", "PRS_FIRSTNAME",
    ])
    func namesAreFoundUnderEverySpelling(header: String) async throws {
        #expect(try await changes(row(header, "Bavero"), of: "person")["given-name"] == .text("Bavero"))
    }

    /// The survey form labels `prs_Title` “Second Name”: it is no name.
    @Test func aTitleIsNoName() async throws {
        #expect(try await changes(row("prs_Title", "Head of unit"), of: "person")["family-name"] == nil)
    }

    @Test(arguments: [
        ("PhysicalThreats;DebtBondage", ["physical-threats", "debt-bondage"]),
        ("PhysicalThreats DebtBondage", ["physical-threats", "debt-bondage"]),
        ("Debt bondage ; Threatens children/family", ["debt-bondage", "family-threats"]),
        ("MethodsOfControlRestrictsMovement", ["restricts-movement"]), ("UsesChildren", ["uses-children"]),
        ("DebtBondage\u{A0}", ["debt-bondage"]), ("PsychoactiveSubstances", ["psychoactive-substances"]),
    ])
    func methodsOfControlAreReadInEverySpelling(cell: String, codes: [String]) async throws {
        #expect(try await changes(row("vic_Methods_of_Control", cell), of: "incident")["control"] == .codes(codes))
    }

    @Test(arguments: [("AL", ["AL"]), ("AL;XK", ["AL", "XK"]), ("NAM", ["NA"]), ("NA", ["NA"]), ("ZZ", ["unknown"])])
    func citizenshipMayBeOneOrSeveral(cell: String, codes: [String]) async throws {
        #expect(try await changes(row("prs_Citizenship", cell), of: "person")["citizenships"] == .codes(codes))
    }

    /// Several industries in the survey form, one in the standard and in the register.
    @Test func severalIndustriesAreHeldBackWithAWord() async throws {
        let told = Told()
        let text = row("vic_ForcedLabourIndustry", "F_Construction C_Manufacturing")
        let summary = try await imported(MemoryBytes(text), as: shipped("htcds-2.0.yaml"), telling: told)
        #expect(summary.heldBack == 1)
        #expect(told.codes == ["I429"])
    }

    @Test(arguments: [
        ("PossibleVictimOfTrafficking", "open-as-potential"), ("Actual victim of trafficking", "open-as-identified"),
        ("NotAVictimOfTrafficking", "open-as-not-identified"),
    ])
    func theStatusSaysInWhichStateTheEpisodeOpens(cell: String, transition: String) async throws {
        let register = MemoryRegister()
        let text = "record_id,vic_TraffickingStatus,start\n1,\(cell),2023-07-14T10:00:00.000+01:00\n"
        _ = try await imported(MemoryBytes(text), as: shipped("htcds-2.0.yaml"), into: register)
        let episode = await register.commands(of: "status-episode").first
        #expect(episode?.transition == transition)
        #expect(episode?.effective == Period("2023-07-14"))
    }

    @Test func formsOfBothColumnsAreTakenTogether() async throws {
        let text =
            "record_id,vic_TraffickingStatus,start,vic_TypeOfExploitation,vic_TypeOfSexExploitation\n"
            + "1,PossibleVictimOfTrafficking,2023-07-14,SexualExploitation ForcedLabour,Prostitution\n"
        #expect(
            try await changes(text, of: "incident")["forms"]
                == .codes(["sexual-exploitation", "forced-labour", "prostitution"]))
    }

    @Test func anAddressIsPutTogether() async throws {
        let text =
            "record_id,vic_TraffickingStatus,start,prs_MailingStreet,prs_MailingCity\n"
            + "1,PossibleVictimOfTrafficking,2023-07-14,Street 1,Town\n"
        #expect(try await changes(text, of: "person")["address"] == .text("Street 1, Town"))
    }
}
