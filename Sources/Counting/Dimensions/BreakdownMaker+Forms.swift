import Tables
import Vocabulary

/// Breakdowns by form of exploitation.
extension BreakdownMaker {
    func form(_ breakdown: Breakdown, _ rows: CountingRows) -> BreakdownColumn {
        breakdown == .forms ? combinations(rows) : buckets(breakdown, rows)
    }

    /// Exact combinations that occur, those of fewer forms first, then in the order of the list.
    private func combinations(_ rows: CountingRows) -> BreakdownColumn {
        var made = BreakdownColumn(
            .forms, column: rows.forms, values: book.formCombinations.count, codeList: forms.codeList(.forms))
        let parts = book.formCombinations.map(forms.topLevel)
        let order = Dictionary(
            facts.lists.forms.codes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        func rank(_ parts: [String]) -> [Int] { [parts.count] + parts.compactMap { order[$0] } }
        for combination in Set(parts).sorted(by: { rank($0).lexicographicallyPrecedes(rank($1)) })
        where !combination.isEmpty {
            made.category(combination.joined(separator: "+"))
        }
        let unlisted = made.category(BreakdownColumn.unlisted)
        let notReported = made.category(BreakdownColumn.notReported)
        for (number, combination) in parts.enumerated() {
            let place =
                if !combination.isEmpty {
                    made.category(combination.joined(separator: "+"))
                } else {
                    book.formCombinations[number].forms == 0 ? notReported : unlisted
                }
            made.assign(number, to: place)
        }
        return made
    }

    /// One bucket each, by the stated rule. The bucket is asked of the rule only where a form was reported: the rule's own
    /// answer for none would make “unknown” of “not reported”.
    private func buckets(_ breakdown: Breakdown, _ rows: CountingRows) -> BreakdownColumn {
        var made = BreakdownColumn(
            breakdown, column: rows.forms, values: book.formCombinations.count, codeList: forms.codeList(breakdown))
        for bucket in forms.buckets(breakdown) { made.category(bucket, isFixed: true) }
        let unlisted = made.category(BreakdownColumn.unlisted)
        let notReported = made.category(BreakdownColumn.notReported)
        for (number, combination) in book.formCombinations.enumerated() {
            let place =
                if combination.forms == 0 && combination.main >= CodePlace.unlisted {
                    combination.main == CodePlace.unlisted ? unlisted : notReported
                } else if forms.ids(combination).isEmpty && combination.main >= CodePlace.unlisted {
                    unlisted
                } else {
                    made.category(forms.bucket(breakdown, combination))
                }
            made.assign(number, to: place)
        }
        return made
    }
}
