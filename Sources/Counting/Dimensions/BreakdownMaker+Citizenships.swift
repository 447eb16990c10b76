import Tables
import Vocabulary

/// Breakdowns by citizenship.
extension BreakdownMaker {
    private static let stateless = "stateless"
    private static let national = "national"

    /// One known citizenship is itself, several are `several`; `unknown` only where no other is known.
    func citizenship(_ rows: CountingRows) -> BreakdownColumn {
        let countries = facts.lists.countries
        var made = BreakdownColumn(
            .citizenship, column: rows.citizenships, values: book.citizenshipSets.count + 1, codeList: countries.name)
        for code in countries.codes where code.id != BreakdownColumn.unknown {
            made.category(code.id)
        }
        let several = made.category(BreakdownColumn.several)
        let unknown = made.category(BreakdownColumn.unknown)
        let unlisted = made.category(BreakdownColumn.unlisted)
        made.assign(0, to: made.category(BreakdownColumn.notReported))
        for (number, set) in book.citizenshipSets.enumerated() {
            let known = knownCodes(set)
            if known.count == 1 {
                made.assign(number + 1, to: made.category(known[0]))
            } else if known.isEmpty {
                made.assign(number + 1, to: set.contains(CodeSets.unlisted) ? unlisted : unknown)
            } else {
                made.assign(number + 1, to: several)
            }
        }
        return made
    }

    /// The reporting country before any other group, then the first group of the list that one of the citizenships is
    /// mapped to.
    func citizenshipGroup(_ rows: CountingRows) -> BreakdownColumn {
        let groups = settings.citizenshipGroups
        var made = BreakdownColumn(
            .citizenshipGroup, column: rows.citizenships, values: book.citizenshipSets.count + 1, codeList: groups.to)
        let national = made.category(BreakdownMaker.national, isFixed: true)
        for group in settings.groupOrder { made.category(group, isFixed: true) }
        let unknown = made.category(BreakdownColumn.unknown, isFixed: true)
        let unlisted = made.category(BreakdownColumn.unlisted)
        made.assign(0, to: made.category(BreakdownColumn.notReported))
        for (number, set) in book.citizenshipSets.enumerated() {
            let known = knownCodes(set)
            let mapped = known.map { groups[$0] }
            let group = settings.groupOrder.first { mapped.contains($0) }
            let place =
                if known.contains(settings.reportingCountry) {
                    national
                } else if let group {
                    made.category(group)
                } else {
                    known.isEmpty && !set.contains(CodeSets.unlisted) ? unknown : unlisted
                }
            made.assign(number + 1, to: place)
        }
        return made
    }

    private func knownCodes(_ set: [UInt16]) -> [String] {
        let known = set.filter { $0 != CodeSets.unlisted }.map { facts.lists.countries.codes[Int($0)].id }
            .filter { $0 != BreakdownColumn.unknown }
        // Somebody with a citizenship is not stateless, whatever another record says.
        return known.count > 1 ? known.filter { $0 != BreakdownMaker.stateless } : known
    }
}
