import Access
import Foundation
import HTTPTypes
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Website

/// Every export of the house is made, in every language, and its distribution marking looked for in its place.
@Suite struct EveryExportTests {
    /// As the code list of markings names them, copied by hand: what shows an identity or something confidential, and
    /// what does not.
    private static let words: [Access.Marking: [String: String]] = [
        .restricted: [
            "en": "Restricted to those who work on the case", "fr": "Réservé aux personnes chargées du dossier",
            "es": "Reservado a quienes trabajan en el expediente", "pt": "Reservado a quem trabalha no processo",
            "ar": "مقصور على العاملين على الملف",
        ],
        .professionals: [
            "en": "For professionals of the network", "fr": "Aux professionnels du réseau",
            "es": "Para profesionales de la red", "pt": "Para profissionais da rede", "ar": "للمهنيين في الشبكة",
        ],
        .named: [
            "en": "For the named recipients only", "fr": "Aux seuls destinataires nommés",
            "es": "Solo para los destinatarios nombrados", "pt": "Apenas para os destinatários nomeados",
            "ar": "للمتلقين المسمَّين فقط",
        ],
    ]

    /// The list of persons of an organisation goes out without names (they are for whoever answers for a record).
    private static func marking(of export: Export) -> Access.Marking {
        switch export {
        case .listAsCSV, .listAsWorkbook, .consolidationAsCSV: .named
        case .treatiesAsCSV, .planChangesAsCSV, .overviewAsCSV, .contactManualOnPaper, .circulationListOnPaper:
            .professionals
        default: .restricted
        }
    }

    private func isMarked(_ row: String, in language: String) -> Bool {
        Self.words.values.contains { words in words[language].map(row.contains) == true }
    }

    @Test(arguments: Export.allCases, ["en", "fr", "es", "pt", "ar"])
    func carriesItsMarkingInItsPlace(export: Export, language: String) async throws {
        let made = try await ExportHouse(language: language).make(export)
        let marking = Self.marking(of: export)
        let words = try #require(Self.words[marking]?[language])
        #expect(made.status == 200)
        let place = export.place
        if [.everyRow, .everyRowAndSheet, .head, .name].contains(place) {
            #expect(made.fileName.hasPrefix("\(marking.rawValue.uppercased())-"), "\(made.fileName)")
        }
        switch place {
        case .everyRow:
            #expect(made.rows.count > 1)
            #expect(made.rows.dropFirst().allSatisfy { isMarked($0, in: language) }, "\(made.rows)")
            #expect(made.rows.contains { $0.contains(words) })
        case .everyRowAndSheet:
            let rows = made.text.components(separatedBy: "<row ").dropFirst()
            #expect(rows.count > 2 && rows.first?.contains(words) == true)
            #expect(rows.dropFirst(2).allSatisfy { isMarked($0, in: language) })
            #expect(made.text.contains("<oddHeader>&amp;C") && made.text.contains("&amp;P / &amp;N"))
        case .everySheet:
            #expect(made.text.contains("<p class=\"marking-bar\">"))
            #expect(made.text.components(separatedBy: "marking-bar\">").last?.prefix(200).contains(words) == true)
            let style = try #require(made.style, "the page has no style sheet for paper")
            #expect(style.contains("@top-center") && style.contains(words) && style.contains("counter(pages)"))
        case .head: #expect(made.text.contains("\"distribution\": \"restricted\""))
        case .name: break
        case .everyRowOnly: break
        }
    }

    @Test func aReleasedFileSaysThatItIsPublic() async throws {
        let house = try ExportHouse(language: "en")
        let table = try await house.released("referrals-by-sex.csv")
        #expect(table.rows.first?.hasSuffix(",marking") == true && table.rows.count > 2)
        #expect(table.rows.dropFirst().allSatisfy { $0.hasSuffix(",public") })
        #expect(table.fileName == "referrals-by-sex.csv", "sums are looked up under the released name")
        for name in ["manifest.json", "referrals-by-sex.metadata.json"] {
            #expect(try await house.released(name).text.contains("\"marking\" : \"public\""), "\(name)")
        }
        let notice = try await house.released("table.csv", in: "notices")
        #expect(notice.rows.count == 2 && notice.rows.last?.hasSuffix(",public") == true)
        let manifest = try await house.released("manifest.json", in: "notices")
        #expect(manifest.text.contains("\"marking\" : \"public\""))
        let exchanged = try await house.released("referrals-by-sex.sdmx.csv")
        #expect(exchanged.rows.dropFirst().allSatisfy { $0.hasSuffix(",F") || $0.hasSuffix(",C") })
    }

    /// The same list: without names for whoever may not take them out, with them for the one to whom they were shared.
    @Test func aRowIsMarkedByWhatStandsInIt() async throws {
        let house = try ExportHouse(language: "en")
        let plain = try await house.list("person")
        #expect(plain.rows.count > 1 && !plain.text.contains("Onefold") && !plain.text.contains("Restricted to those"))
        let named = try await house.list("person", as: .liaison)
        let rows = named.rows.filter { $0.contains("Onefold") }
        #expect(!rows.isEmpty && rows.allSatisfy { $0.contains("Restricted to those") }, "\(named.rows)")
        #expect(named.fileName.hasPrefix("RESTRICTED-"))
    }

    @Test func aHandlingMarkRaisesTheRowOfItsRecord() async throws {
        let house = try ExportHouse(language: "en")
        try house.mark(WorkbenchSamples.task, "restricted")
        let marked = try await house.list("task")
        #expect(marked.rows.dropFirst().contains { $0.contains("Restricted to those") }, "\(marked.rows)")
        #expect(marked.fileName.hasPrefix("RESTRICTED-"))
    }

    private func cell(of task: String, in house: ExportHouse) async throws -> String {
        try #require(try await house.list("task").rows.first { $0.contains(task) })
    }

    @Test func b104AMarkIsPrintedWithTheDayThatEndsIt() async throws {
        let house = try ExportHouse(language: "en")
        try house.mark(WorkbenchSamples.task, "restricted", ["from": "2026-09-01", "until": "2090-12"])
        let row = try await cell(of: "Look for a place", in: house)
        #expect(row.contains("Restricted to those who work on the case until 31 December 2090"), "\(row)")
        let paper = try await house.paper(.caseworker, "/work/record/\(WorkbenchSamples.task)/print")
        #expect(paper.text.contains("Distribution: Restricted to those who work on the case until 31 December 2090."))
        #expect(paper.style?.contains("until 31 December 2090") == true, "it stands on every sheet")
    }

    /// Which days, and which lifting, leave which words.
    @Test(
        arguments: [
            (["until": "2026-08"], nil, "until 31 August 2026"), ([:], "2026-09-20", "until 20 September 2026"),
            (["until": "2090-12"], "2026-09-20", "until 20 September 2026"),
        ] as [([String: String], String?, String)])
    func b104AnEndedMarkIsPrintedBesideTheLowerOneWithWhoEndedIt(
        days: [String: String], lifted: String?, words: String
    ) async throws {
        let house = try ExportHouse(language: "en")
        try house.mark(WorkbenchSamples.task, "restricted", days)
        if let lifted { try house.lift(on: lifted) }
        let row = try await cell(of: "Look for a place", in: house)
        let ended = "(\(words): Restricted to those who work on the case; ended by Caseworker, First Aid Circle)"
        #expect(row.contains("For the named recipients only \(ended)"), "\(row)")
        #expect(try await !house.list("task").fileName.hasPrefix("RESTRICTED-"))
        let paper = try await house.paper(.caseworker, "/work/record/\(WorkbenchSamples.task)/print")
        #expect(paper.text.contains("For the named recipients only \(ended)"))
    }

    @Test func b104AMarkOfALaterDayDoesNotCountYet() async throws {
        let house = try ExportHouse(language: "en")
        try house.mark(WorkbenchSamples.task, "restricted", ["from": "2090-10"])
        let row = try await cell(of: "Look for a place", in: house)
        #expect(!row.contains("Restricted"), "\(row)")
    }

    @Test(arguments: ["", "?until=", "?until=2026-13-01", "?until=%22%7D%20body"])
    func b104ADayThatIsNoneStandsOnNoSheet(query: String) async throws {
        let house = try ExportHouse(language: "en")
        let style = try await house.paper(.caseworker, "/work/paper/en/restricted.css\(query)")
        #expect(style.status == 200 && style.text.contains("who work on the case.\""))
    }

    @Test func nothingLeavesByARouteThatDidNotAnnounceIt() async throws {
        let answered = try await ExportHouse.answer(
            Route(.get, "/slip", rule: .granted(.export, for: [.protection])) { _ in
                .file(.bytes([65], type: "text/csv"), name: "slip.csv", as: .listAsCSV, marked: .restricted)
            })
        #expect(answered.status == 500 && !answered.text.contains("A\n"))
        let bare = try await ExportHouse.answer(
            Route(.get, "/slip", rule: .granted(.export, for: [.protection])) { _ in
                Answer(status: 200, headers: [.contentDisposition: "attachment"], content: .bytes([65], type: "a/b"))
            })
        #expect(bare.status == 500)
        let announced = try await ExportHouse.answer(
            Route(.get, "/slip", rule: .granted(.export, for: [.protection]), giving: .listAsCSV) { _ in
                .file(.bytes([65], type: "text/csv"), name: "slip.csv", as: .listAsCSV, marked: .named)
            })
        #expect(announced.status == 200 && announced.fileName == "NAMED-slip.csv")
    }

    @Test func anExportThatAsksThePolicyForNothingDoesNotStart() {
        let route = Route(.get, "/slip", rule: .anybody, giving: .listAsCSV) { _ in .done }
        #expect(throws: WebsiteFailure.exportUngranted(route: "GET /slip")) {
            try RouteTable([route], gate: RouteGate(Policy()))
        }
    }
}
