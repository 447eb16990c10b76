import Disclosure
import Foundation
@testable import Publication
import TestKit
import Testing

@Suite struct WorldMapTests {
    private func outlines() throws -> WorldOutlines {
        let url = Repository.root.appending(path: "Resources/geo/ne_countries110.geojson")
        return try WorldOutlines(geoJSON: Array(Data(contentsOf: url)))
    }

    @Test func knowsTheCountriesByTheirTwoLetters() throws {
        let countries = try outlines().countries
        #expect(countries.count > 170)
        #expect(countries.isSuperset(of: ["AL", "VN", "GB", "FR", "NO", "XK"]))
    }

    /// Published in the paper's table of check points: the equator's edge at 2.706630 and the pole at 1.317363.
    @Test func projectsTheEdgesWhereThePaperHasThem() {
        let (edge, pole) = (EqualEarth.project(east: 180, north: 0), EqualEarth.project(east: 0, north: 90))
        #expect(abs(edge.x - EqualEarth.eastern) < 1e-6)
        #expect(abs(pole.y - EqualEarth.northern) < 1e-6)
    }

    /// The map of a treaty was black once: its colours stood in the style sheet of the public pages only.
    @Test func b79EverySignOfAMapOfStandingsHasARuleInTheStyleSheetOfTheDesks() throws {
        let signs: [(String, StandingMap.Sign)] = [("AL", .full), ("VN", .half), ("GB", .hatched), ("FR", .dotted)]
        let map = StandingMap(
            Drawing.Caption(identifier: "map", title: "Map", description: "By standing"),
            countries: Dictionary(uniqueKeysWithValues: signs.map { ($0.0, .init($0.1, $0.0)) }),
            standings: signs.map { .init($0.1, $0.0) }, others: "none", outlines: try outlines()
        ).drawing()
        let markup = map.svg + map.legend.map(\.swatch).joined()
        let classes = Set(markup.matches(of: #/class="([^"]+)"/#).flatMap { $0.1.split(separator: " ") })
        #expect(classes.isSuperset(of: ["land", "none", "class-1", "class-4", "hatch-map", "hatch-ground", "swatch"]))
        let style = try String(
            contentsOf: Repository.root.appending(path: "Resources/style/workbench.css"), encoding: .utf8)
        #expect(classes.filter { !style.contains(".\($0) ") } == [])
    }

    @Test func shadesOnlyWhatIsPublished() throws {
        let words = WorldMap.Words(zero: "0", withheld: "c", notReported: ":") { first, last in
            "\(first)-\(last.map(String.init) ?? "")"
        }
        let map = WorldMap(
            Drawing.Caption(identifier: "map", title: "Map", description: "By citizenship"),
            countries: [
                "AL": .init(outcome: .published(40), text: "Albania: 40"),
                "VN": .init(outcome: .withheldPrimary, text: "Viet Nam: c"),
                "GB": .init(outcome: .notReported, text: "United Kingdom: :"),
            ], outlines: try outlines(), words: words
        ).drawing()
        #expect(map.svg.split(separator: "class=\"land class-").count - 1 == 1)
        #expect(map.svg.split(separator: "url(#map-withheld)").count - 1 == 1)
        #expect(map.legend.map(\.text) == ["0", "20-", "c", ":"])
        #expect(map.svg.utf8.count < 120_000)
    }

    @Test func refusesAFileThatIsNoMap() {
        #expect(throws: PublicationFailure.self) { try WorldOutlines(geoJSON: Array("{}".utf8)) }
    }
}
