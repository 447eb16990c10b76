import Access
import Foundation
import HTTPTypes
import HummingbirdTesting
import InterfaceKit
import Mechanisms
import NIOCore
import Registry
import Testing
import Vocabulary

@testable import Website

/// Makes each export of the house once, as the function that may have it.
struct ExportHouse {
    /// What came back.
    struct Made {
        let status: Int
        let fileName: String
        let text: String
        /// The rules for paper that the page names.
        var style: String?

        var rows: [String] { text.split(whereSeparator: \.isNewline).map(String.init) }
    }

    /// Says of every file that it is clean.
    private struct Scanner: VirusScanner {
        func verdict(on bytes: [UInt8]) async throws -> ScanVerdict { .clean }
    }

    private let house: WorkbenchHouse
    private let language: String

    init(language: String) throws {
        house = try WorkbenchHouse(
            scanner: Scanner(), desks: [TreatiesDesk(), PlansDesk(), OverviewsDesk(), ContactsDesk()])
        self.language = language
    }

    func make(_ export: Export) async throws -> Made {
        let person = "/work/protection/person/\(WorkbenchSamples.person)"
        switch export {
        case .listAsCSV: return try await list("person")
        case .listAsWorkbook: return try await ask(.caseworker, "/work/list/person/rows.xlsx")
        case .recordOnPaper: return try await paper(.caseworker, "/work/record/\(WorkbenchSamples.person)/print")
        case .accessesOnPaper: return try await paper(.officer, person)
        case .accessesAsCSV: return try await ask(.officer, "\(person)/accesses.csv")
        case .subjectAccessOnPaper: return try await paper(.officer, "\(person)/file")
        case .subjectAccessAsJSON: return try await ask(.officer, "\(person)/file.json")
        case .importFindings: return try await imported("findings.csv")
        case .rowsToCorrect: return try await imported("rows.csv")
        case .document: return try await document()
        case .consolidationAsCSV: return try await consolidation()
        case .treatiesAsCSV: return try await treaties()
        case .overviewAsCSV: return try await overview()
        case .contactManualOnPaper: return try await paper(.coordinator, "/work/contacts/manual")
        case .circulationListOnPaper: return try await circulation()
        case .planChangesAsCSV: return try await planChanges()
        case .releasedFile: return try await released("referrals-by-sex.csv")
        }
    }

    func list(_ mechanism: String, as post: WorkbenchSamples.Post = .caseworker) async throws -> Made {
        try await ask(post, "/work/list/\(mechanism)/rows.csv")
    }

    /// Puts a handling mark on a record.
    func mark(_ record: RecordID, _ level: String, _ days: [String: String] = [:]) throws {
        let periods = try days.mapValues { FieldValue.period(try #require(Period($0))) }
        try WorkbenchSamples(house.registry).open(
            .caseworker, "handling-mark", WorkbenchSamples.id(90),
            ["about": .link(record), "level": .code(level)].merging(periods) { $1 }, way: "mark")
    }

    /// Lifts it again.
    func lift(on day: String) throws {
        let lifting = Command(
            mechanism: "handling-mark", record: WorkbenchSamples.id(90), transition: "lift", expectedVersion: 1,
            changes: [:], effective: try #require(Period(day)), reason: "No longer needed.")
        _ = try house.registry.submit([lifting], Asking(WorkbenchSamples.Post.caseworker.actor))
    }

    func released(_ name: String, in place: String = "releases") async throws -> Made {
        let routes = try SiteRoutes.routes(SiteStand(SampleSite.site()))
        return try await ExportHouse.ask("/\(place)/1/\(name)", of: routes, language: language)
    }

    /// What a house with this one route answers to a caseworker.
    static func answer(_ route: Route) async throws -> Made {
        try await ask(route.pattern, of: [route], language: "en")
    }

    private static func ask(
        _ path: String, of routes: [Route], language: String, as post: WorkbenchSamples.Post = .caseworker
    ) async throws -> Made {
        let table = try RouteTable(routes, gate: RouteGate(Policy()))
        let website = try Website(
            table, pages: WorkbenchHouse.pages(), desk: PostDesk(), settings: ServingSettings(port: 0)
        ) { _ in }
        let headers: HTTPFields = [
            .cookie: "session=\(post.rawValue); language=\(language)"
        ]
        return try await website.application().test(.router) { client in
            try await client.execute(uri: path, method: .get, headers: headers) { Made($0) }
        }
    }

    func paper(_ post: WorkbenchSamples.Post, _ path: String) async throws -> Made {
        var page = try await ask(post, path)
        if let address = page.text.firstMatch(of: /href="(\/work\/paper\/[^"]+\.css[^"]*)"/) {
            page.style = try await ask(post, String(address.1)).text
        }
        return page
    }

    private func imported(_ file: String) async throws -> Made {
        let house = try ImportHouse()
        let worker = house.register.people.caseworkerOfAlpha
        let place = try await house.send("no,name,sex\n1,Planted-Onefold,F\n2,Planted-Twofold,Q\n", as: worker)
        try await house.bringIn(place, as: worker)
        let reply = try await house.ask(worker, "\(place)/\(file)", language: language)
        return Made(status: reply.status, headers: reply.headers, text: reply.body)
    }

    /// A round that nobody has answered yet: one row for the one who was asked.
    private func consolidation() async throws -> Made {
        let samples = WorkbenchSamples(house.registry)
        let (form, round) = (WorkbenchSamples.id(91), WorkbenchSamples.id(92))
        let day = FieldValue.period(.day(WorkbenchHouse.now.day))
        try samples.open(
            .coordinator, "questionnaire", form,
            [
                "title": .text("Harbours"), "kind": .code("enquiry"), "edition": .integer(1), "language": .code("eng"),
            ], way: "draft")
        let fixed = Command(
            mechanism: "questionnaire", record: form, transition: "fix", expectedVersion: 1, changes: [:],
            effective: .day(WorkbenchHouse.now.day))
        _ = try house.registry.submit([fixed], Asking(WorkbenchSamples.Post.coordinator.actor))
        try samples.open(
            .coordinator, "questionnaire-round", round,
            [
                "questionnaire": .link(form), "title": .text("Round"), "languages": .codes(["eng"]), "deadline": day,
            ], way: "send")
        try samples.open(
            .coordinator, "questionnaire-response", WorkbenchSamples.id(93),
            [
                "questionnaire": .link(form), "round": .link(round), "due-on": day,
                "respondent": .link(WorkbenchSamples.Post.caseworker.house),
            ], way: "ask")
        return try await ExportHouse.ask(
            "/work/questionnaires/rounds/\(round)/annex.csv",
            of: QuestionnairesDesk().routes(in: house.workbench), language: language, as: .coordinator)
    }

    private func treaties() async throws -> Made {
        let samples = WorkbenchSamples(house.registry)
        let (treaty, day) = (WorkbenchSamples.id(91), FieldValue.period(try #require(Period("2000-11-15"))))
        try samples.open(
            .coordinator, "treaty", treaty,
            [
                "title": .text("Lake Convention"), "adopted-on": day, "later-time": .integer(30),
                "later-unit": .code("days"),
            ], way: "enter")
        try samples.open(
            .coordinator, "treaty-act", WorkbenchSamples.id(92),
            ["treaty": .link(treaty), "country": .code("PT"), "kind": .code("signature"), "done-on": day],
            way: "record")
        return try await ask(.coordinator, "/work/treaties/status.csv")
    }

    private func overview() async throws -> Made {
        try WorkbenchSamples(house.registry).open(
            .coordinator, "law", WorkbenchSamples.id(96),
            ["title": .text("Act 1"), "country": .code("PT"), "areas": .codes(["trafficking"])], way: "enter")
        return try await ask(.coordinator, "/work/overviews/laws/rows.csv")
    }

    private func circulation() async throws -> Made {
        let list = WorkbenchSamples.id(95)
        try WorkbenchSamples(house.registry).open(
            .coordinator, "circulation-list", list,
            [
                "title": .text("Gardeners"), "kinds": .codes(["caseworker"]),
                "made-on": .period(.day(WorkbenchHouse.now.day)),
            ], way: "make")
        return try await paper(.coordinator, "/work/contacts/lists/\(list)")
    }

    /// A plan of one action, from the day before it was adopted to the day on which it was.
    private func planChanges() async throws -> Made {
        let samples = WorkbenchSamples(house.registry)
        let (plan, chapter, objective) = (WorkbenchSamples.id(91), WorkbenchSamples.id(92), WorkbenchSamples.id(93))
        func open(_ mechanism: String, _ record: RecordID, _ changes: [String: FieldValue], _ way: String) throws {
            let whole =
                mechanism == "plan" ? changes : changes.merging(["plan": .link(plan), "place": .integer(1)]) { $1 }
            try samples.open(.coordinator, mechanism, record, whole, way: way)
        }
        try open("plan", plan, ["title": .text("Harbours")], "adopt")
        try open("plan-part", chapter, ["level": .code("chapter"), "text": .text("Lamps")], "set")
        try open(
            "plan-part", objective, ["level": .code("objective"), "text": .text("Light"), "within": .link(chapter)],
            "set")
        try open(
            "plan-action", WorkbenchSamples.id(94),
            ["part": .link(objective), "code": .text("1.1.a"), "text": .text("Light them.")], "set")
        let today = WorkbenchHouse.now.day
        return try await ask(
            .coordinator, "/work/plans/\(plan)/changes.csv?from=\(today.adding(days: -1))&to=\(today)")
    }

    private func document() async throws -> Made {
        let matter = "/work/record/\(WorkbenchSamples.matter)"
        _ = try await house.give(WorkbenchUpload(), to: "\(matter)/document", as: .caseworker)
        let section = try await house.ask(.caseworker, matter).body.components(separatedBy: "id=\"documents\"").last
        let document = section?.firstMatch(of: #/\/work\/record\/[0-9a-f-]{36}/#).map { String($0.0) } ?? ""
        return try await ask(.caseworker, "\(document)/file")
    }

    private func ask(_ post: WorkbenchSamples.Post, _ path: String) async throws -> Made {
        let headers: HTTPFields = [.cookie: "session=\(post.rawValue); language=\(language)"]
        return try await house.website().application().test(.router) { client in
            try await client.execute(uri: path, method: .get, headers: headers) { Made($0) }
        }
    }
}

extension ExportHouse.Made {
    init(_ response: TestResponse) {
        self.init(status: response.status.code, headers: response.headers, text: String(buffer: response.body))
    }

    init(status: Int, headers: HTTPFields, text: String) {
        self.status = status
        self.text = text
        let disposition = headers[.contentDisposition] ?? ""
        fileName = disposition.firstMatch(of: /filename="([^"]*)"/).map { String($0.1) } ?? ""
    }
}
