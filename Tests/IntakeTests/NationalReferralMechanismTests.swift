import Foundation
import Intake
import Mechanisms
import TestKit
import Testing
import Vocabulary

/// The six real quarters of `demo/`, and quarters that nobody has seen yet.
struct NationalReferralMechanismTests {
    private let file = FileBytes(
        path: Repository.root.appending(path: "demo/nrm-uk-referrals-2022Q2-2023Q3.csv").path)

    @Test func everyRowOfTheSixQuartersGoesIn() async throws {
        let told = Told()
        let summary = try await imported(file, as: shipped("uk-nrm.yaml"), telling: told)
        #expect(told.findings.isEmpty)
        #expect(summary.rowsRead == 9618)
        #expect(summary.accepted == 9618)
        #expect(summary.persons == 26_056)
    }

    /// As published by the Home Office; see demo/SOURCE.md.
    @Test(arguments: [
        ("2022-Q2", 4171), ("2022-Q3", 4586), ("2022-Q4", 4417), ("2023-Q1", 4746), ("2023-Q2", 3998),
        ("2023-Q3", 4138),
    ])
    func personsOfAQuarterAreAsPublished(quarter: String, persons: Int) async throws {
        let register = MemoryRegister()
        _ = try await imported(file, as: shipped("uk-nrm.yaml"), into: register)
        let period = try #require(Period(quarter))
        let episodes = await register.commands(of: "status-episode")
        #expect(episodes.count { $0.changes["registered-on"] == .period(period) } == persons)
    }

    @Test func theSameFileAgainAddsNothing() async throws {
        let register = MemoryRegister()
        _ = try await imported(file, as: shipped("uk-nrm.yaml"), into: register)
        let before = await register.commands.count
        let again = try await imported(file, as: shipped("uk-nrm.yaml"), into: register)
        #expect(again.alreadyKnown == 9618)
        #expect(again.accepted == 0)
        #expect(await register.commands.count == before)
    }

    @Test func eachResponderBecomesOneOrganisation() async throws {
        let register = MemoryRegister()
        _ = try await imported(file, as: shipped("uk-nrm.yaml"), into: register)
        #expect(await register.commands(of: "organisation").count == 68)
    }

    private let header =
        "Quarter,First responder type,First responder,Exploitation type,Age at exploitation,Gender,Nationality,People\n"

    /// Worked by hand after the published list of nationalities.
    @Test(arguments: [
        ("Congolese (DRC) Central African", ["CD", "CF"]), ("Turkish UKrainian", ["TR", "UA"]),
        ("Congolese Drc ", ["CD"]), ("Congolese Congo UK", ["CG", "GB"]), ("Albanian Unknown", ["AL", "unknown"]),
        ("Sudanese South Sudanese", ["SD", "SS"]), ("South African Sudanese", ["ZA", "SD"]),
        ("British Virgin Islander Citizen of the Dominican Republic", ["VG", "DO"]),
        ("Citizen of Guinea Bissau", ["GW"]), ("Papua New Guinean Equatorial Guinean", ["PG", "GQ"]),
        ("Congolese", ["unknown"]), ("Stateless", ["stateless"]), ("Dominican", ["DM"]),
        ("Republic of Moldova", ["MD"]), ("Congo", ["unknown"]), ("Viet Nam United Kingdom", ["VN", "GB"]),
    ])
    func readsNationalitiesThatRunTogether(cell: String, codes: [String]) async throws {
        let register = MemoryRegister()
        let row = "2024-Q1,Police,New Force,Sexual,Adult (18 or over),Male,\(cell),1\n"
        _ = try await imported(MemoryBytes(header + row), as: shipped("uk-nrm.yaml"), into: register)
        #expect(await register.commands(of: "person").first?.changes["citizenships"] == .codes(codes))
    }

    @Test(arguments: [
        ("Labour, Domestic, Organ Harvesting", ["forced-labour", "domestic-servitude", "organ-removal"]),
        ("Sexual, Labour & Domestic", ["sexual-exploitation", "forced-labour", "domestic-servitude"]),
        ("Criminal", ["criminal-activities"]), ("Not specified or unknown", ["unknown"]),
        ("Criminal & Sexual", ["criminal-activities", "sexual-exploitation"]),
    ])
    func readsCombinationsOfForms(cell: String, codes: [String]) async throws {
        let register = MemoryRegister()
        let row = "2024-Q1,Police,New Force,\"\(cell)\",Adult (18 or over),Male,UK,1\n"
        _ = try await imported(MemoryBytes(header + row), as: shipped("uk-nrm.yaml"), into: register)
        #expect(await register.commands(of: "incident").first?.changes["forms"] == .codes(codes))
    }

    /// Every country and territory has a name and, where persons are called after it, a word for them.
    @Test func everyCountryIsAmongTheNames() async throws {
        let codes = try #require(try ShippedBook().codes(of: "countries"))
        let table = try #require(
            try String(
                contentsOf: Repository.root.appending(path: "sources/tables/country-names-en.yaml"), encoding: .utf8))
        #expect(codes.filter { !table.contains(": \"\($0)\"\n") } == [])
    }

    @Test func aCorrectedNumberAddsOnlyWhatIsNew() async throws {
        let register = MemoryRegister()
        let row = "2024-Q1,Police,New Force,Sexual,Adult (18 or over),Male,UK,"
        _ = try await imported(MemoryBytes(header + row + "2\n"), as: shipped("uk-nrm.yaml"), into: register)
        let later = try await imported(MemoryBytes(header + row + "5\n"), as: shipped("uk-nrm.yaml"), into: register)
        #expect(later.persons == 3)
        #expect(await register.commands(of: "person").count == 5)
        #expect(await register.commands(of: "organisation").count == 1)
    }

    @Test func rowsOfTotalsAreNoRecordsAndAreComparedWithTheirParts() async throws {
        let told = Told()
        let text =
            header + """
                2024-Q1,Police,A,Sexual,Adult (18 or over),Male,UK,2
                2024-Q1,Police,A,Sexual,Adult (18 or over),Female,UK,3
                2024-Q1,Police,A,Sexual,Adult (18 or over),Total,UK,5
                2024-Q1,Total,Total,Total,Total,Total,Total,6

                """
        let summary = try await imported(MemoryBytes(text), as: shipped("uk-nrm.yaml"), telling: told)
        #expect(summary.accepted == 2)
        #expect(summary.heldBack == 2)
        #expect(summary.noRecords == 2)
        #expect(told.codes == ["I421", "I421", "I422"])
        #expect(told.findings.last?.place.row == 5)
        #expect(told.heldBack.isEmpty)
    }
}
