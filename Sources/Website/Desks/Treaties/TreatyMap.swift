import Mechanisms
import Publication
import Registry
import Vocabulary

/// Who is bound by a treaty on a day, on the map.
struct TreatyMap {
    private let standings: [String: TreatyMembership.Standing]
    private let day: CalendarDate
    private let visit: Visit

    private static let signs: [(standing: TreatyMembership.Standing, sign: StandingMap.Sign)] = [
        (.party, .full), (.contracting, .half), (.signatory, .hatched), (.withdrawn, .dotted),
    ]

    /// - Parameter rows: Of one treaty; regional organisations have no place on a map.
    init(_ rows: [TreatyStatus.Row], _ day: CalendarDate, _ visit: Visit) {
        let states = rows.compactMap { row in
            row.membership.party.list == "countries" ? (row.membership.party.code, row.standing) : nil
        }
        standings = Dictionary(states, uniquingKeysWith: { first, _ in first })
        (self.day, self.visit) = (day, visit)
    }

    /// Nil where no state has done anything.
    func section(_ terms: TreatyTerms, _ outlines: WorldOutlines) -> DeskSection? {
        let countries = standings.compactMap { code, standing in
            TreatyMap.signs.first { $0.standing == standing }.map { found in
                (code, StandingMap.Country(found.sign, "\(name(code)): \(word(standing))"))
            }
        }
        guard !countries.isEmpty else { return nil }
        let texts = visit.wording.texts
        let kinds = TreatyMap.signs.compactMap { standing, sign in
            let count = standings.values.count { $0 == standing }
            return count == 0 ? nil : StandingMap.Standing(sign, "\(word(standing)): \(texts.number(count))")
        }
        let caption = Drawing.Caption(
            identifier: "map",
            title: visit.treaties("map-caption", ["treaty": terms.name, "day": texts.day(day)]),
            description: visit.treaties("map-description"))
        let map = StandingMap(
            caption, countries: Dictionary(countries, uniquingKeysWith: { first, _ in first }), standings: kinds,
            others: word(.none), outlines: outlines)
        let small = texts.alphabetical(
            countries.map(\.0).filter { !outlines.countries.contains($0) }, of: "countries"
        ).map { code in "\(name(code)) (\(word(standings[code] ?? .none)))" }
        return DeskSection(
            "map", visit.treaties("map"),
            note: small.isEmpty ? "" : visit.treaties("map-small", ["states": texts.list(small)]),
            drawings: [map.drawing()])
    }

    private func name(_ code: String) -> String { visit.wording.code("countries", code) }
    private func word(_ standing: TreatyMembership.Standing) -> String {
        visit.treaties("standing.\(standing.rawValue)")
    }
}
