import Tables
import Vocabulary

/// Breakdowns by citizenship.
extension BreakdownMaker {
    private static let stateless = "stateless"

    /// One known citizenship is itself, several are `several`; `unknown` only where no other is known.
    func citizenship(_ rows: CountingRows) -> BreakdownColumn {
        let countries = facts.lists.countries
        var made = BreakdownColumn(
            .citizenship, column: rows.citizenships, values: book.citizenshipSets.count + 1, codeList: countries.name)
        for code in countries.codes where code.id != BreakdownColumn.unknown {
            made.category(code.id, labels: code.labels)
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

    /// The reporting country before the European Union before all others, stateless persons among the others.
    func citizenshipGroup(_ rows: CountingRows) -> BreakdownColumn {
        var made = BreakdownColumn(
            .citizenshipGroup, column: rows.citizenships, values: book.citizenshipSets.count + 1,
            codeList: "citizenship-groups")
        let national = made.category("national", isFixed: true)
        let union = made.category("eu", isFixed: true)
        let other = made.category("other", isFixed: true)
        let unknown = made.category(BreakdownColumn.unknown, isFixed: true)
        let unlisted = made.category(BreakdownColumn.unlisted)
        made.assign(0, to: made.category(BreakdownColumn.notReported))
        for (number, set) in book.citizenshipSets.enumerated() {
            let known = knownCodes(set)
            let place =
                if known.contains(settings.reportingCountry) {
                    national
                } else if known.contains(where: settings.unionMembers.contains) {
                    union
                } else if !known.isEmpty {
                    other
                } else {
                    set.contains(CodeSets.unlisted) ? unlisted : unknown
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
