import Access
import Foundation
import Intake
import InterfaceKit
import Mechanisms
import Publication
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Website

/// B79 as its users see it: the matrix of a day, a treaty with its acts, the file.
@Suite struct TreatiesDeskTests {
    private let house: DeskHouse
    private let convention: RecordID

    init() throws {
        let url = Repository.root.appending(path: "Resources/geo/ne_countries110.geojson")
        let outlines = try WorldOutlines(geoJSON: Array(Data(contentsOf: url)))
        house = try DeskHouse { _ in [TreatiesDesk(outlines: outlines)] }
        try house.person("cora", .coordinator)
        try house.person("carol", .caseworker)
        let asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        let treaties = """
            title,reference,adopted,parent,entry-consents,entry,later,withdrawal
            Lake Convention,LC,2000-11-15,,2,90 days,30 days,12 months
            Pond Protocol,PP,2000-11-15,LC,2,90 days,30 days,12 months
            """
        let acts = """
            treaty,party,kind,date,text
            LC,FR,ratification,2001-02-01,
            LC,FR,reservation,2001-02-01,Not on islands <script>.
            LC,PT,accession,2002-03-02,
            PP,FR,ratification,2002-03-02,
            PP,PT,accession,2002-03-02,
            LC,PT,denunciation,2010-05-05,
            LC,ES,signature,2000-12-12,
            LC,MT,signature,2000-12-12,
            """
        let registry = house.register.registry
        var random = SystemRandomNumberGenerator()
        let rows = RowByRow(registry, asking) { RecordID(at: InterfaceRegister.now, using: &random) }
        var terms = try TreatyTermsImport(rows)
        try terms.take(TreatyTermsReader.read(MemoryBytes(treaties)).rows)
        var work = try TreatyActImport(rows)
        try work.take(TreatyActReader.read(MemoryBytes(acts)).rows)
        #expect(terms.findings.isEmpty && work.findings.isEmpty)
        convention = try #require(try registry.treatyLaw(asking).treaties.first { $0.reference == "LC" }).record
    }

    @Test(arguments: ["cora", "carol"])
    func b79ShowsWhoWasBoundOnADay(name: String) async throws {
        let browser = try await house.browser(name)
        #expect(try await browser.get("/work/treaties?as-of=2006-01-01") == 200)
        #expect(browser.main.contains("/work/treaties/treaty/\(convention)?as-of=2006-01-01"))
        #expect(browser.main.contains("Party: 2") && browser.main.contains("Signed only: 2"))
        #expect(browser.main.contains("with reservations: 1"))
        #expect(try await browser.get("/work/treaties?as-of=1999-01-01") == 200)
        #expect(browser.main.contains("By that day, the register has no act."))
    }

    @Test func b79SaysThatLeavingTheConventionIsLeavingTheProtocol() async throws {
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/treaties?as-of=2011-05-05") == 200)
        #expect(browser.main.contains("ends with the parent treaty, which was denounced"))
        #expect(try await browser.get("/work/treaties/treaty/\(convention)?as-of=2010-12-31") == 200)
        #expect(browser.main.contains("Who denounces this treaty leaves these with it: PP."))
        #expect(browser.main.contains("until 5 May 2011"))
    }

    /// Two parties shaded, one that only signed hatched, and one that is too small said in words.
    @Test(arguments: [("2006-01-01", 2, 0), ("2012-01-01", 1, 1)])
    func b79DrawsWhoWasBoundOnTheMap(day: String, parties: Int, gone: Int) async throws {
        let browser = try await house.browser("carol")
        #expect(try await browser.get("/work/treaties/treaty/\(convention)?as-of=\(day)") == 200)
        let map = try #require(browser.main.firstRange(of: "class=\"chart map\"")).lowerBound
        let page = browser.main[map...].components(separatedBy: "</svg>")[0]
        #expect(page.components(separatedBy: "class=\"land class-4\"").count - 1 == parties)
        #expect(page.components(separatedBy: "fill=\"url(#map-withheld)\"").count - 1 == 1)
        #expect(page.components(separatedBy: "fill=\"url(#map-notreported)\"").count - 1 == gone)
        #expect(page.contains("<title>France: Party</title>"))
        #expect(browser.main.contains("Too small for this map: Malta (Signed only)."))
        #expect(browser.main.contains("Party: \(parties)") && !browser.main.contains("{states}"))
        #expect(try await browser.get("/work/treaties/treaty/\(convention)?as-of=1999-01-01") == 200)
        #expect(!browser.main.contains("chart map"))
    }

    @Test func b79ShowsATreatyWithItsActsAndReservations() async throws {
        let browser = try await house.browser("carol")
        #expect(try await browser.get("/work/treaties/treaty/\(convention)?as-of=2006-01-01") == 200)
        #expect(browser.main.contains("reckoned from the consent of Portugal of 2 March 2002"))
        #expect(browser.main.contains("Not on islands &lt;script&gt;."))
        #expect(browser.main.contains("on day 30 after the act"))
    }

    @Test func givesTheFileToWhoeverMayTakePlansAlong() async throws {
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/treaties/status.csv?as-of=2006-01-01") == 200)
        #expect(browser.text.contains("LC,FR,France,party,2002-05-31,ratification,2001-02-01"))
        let other = try await house.browser("carol")
        #expect(try await other.get("/work/treaties/status.csv") == 403)
        #expect(try await other.get("/work/treaties") == 200)
        #expect(!other.main.contains("status.csv") && !other.main.contains("/work/new/treaty"))
    }

    @Test(arguments: ["yesterday", "2006-02-30", "%3Cscript%3E"])
    func refusesADayThatIsNone(day: String) async throws {
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/treaties?as-of=\(day)") == 400)
        #expect(browser.text.contains("R113"))
    }

    @Test(arguments: ["no-record", "00000000-0000-7000-8000-000000000000"])
    func knowsNoTreatyThatIsNotThere(record: String) async throws {
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/treaties/treaty/\(record)") == 404)
    }

    @Test func everyKeyOfItsTemplateIsThere() throws {
        let asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        let day = try #require(CalendarDate("2006-01-01"))
        let law = try house.register.registry.treatyLaw(asking)
        let view = TreatyView(status: TreatyStatus(law, on: day), asked: day)
        let visit = try WorkbenchHouse().visit(.coordinator, "/work/treaties")
        let keys = TemplateKeys(templates: try WorkbenchHouse.templates())
        let terms = try #require(law.terms(convention))
        for page in [TreatiesPage(matrix: view, visit), TreatiesPage(of: terms, view, nil, visit)] {
            let problems = keys.problems(of: page, in: "workbench-treaties")
            #expect(problems.filter { !$0.hasSuffix(" is empty") } == [])
            #expect(keys.unused(of: page, in: "workbench-treaties", except: ["title"]) == [])
        }
    }
}
