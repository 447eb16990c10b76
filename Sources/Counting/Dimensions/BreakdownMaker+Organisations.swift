import Tables
import Vocabulary

/// Breakdowns by who registered.
extension BreakdownMaker {
    /// All organisations, in the order of their names.
    func organisation(_ rows: CountingRows) -> BreakdownColumn {
        var made = BreakdownColumn(
            .registeringOrganisation, column: rows.organisation, values: facts.organisations.index.count + 1)
        for number in organisationCodes.sorted {
            let place = made.category(
                organisationCodes.codes[number], labels: ["en": organisationCodes.names[number]])
            made.assign(number + 1, to: place)
        }
        made.assign(0, to: made.category(BreakdownColumn.notReported))
        return made
    }

    func organisationKind(_ rows: CountingRows) -> BreakdownColumn {
        let kinds = facts.lists.organisationKinds
        var made = BreakdownColumn(
            .organisationKind, column: rows.organisation, values: facts.organisations.index.count + 1,
            codeList: kinds.name)
        for code in kinds.codes { made.category(code.id) }
        let unlisted = made.category(BreakdownColumn.unlisted)
        let notReported = made.category(BreakdownColumn.notReported)
        for number in 0..<facts.organisations.index.count {
            let kind = facts.organisations.kind[number]
            made.assign(
                number + 1,
                to: kind == CodePlace.absent ? notReported : kind == CodePlace.unlisted ? unlisted : Int(kind))
        }
        made.assign(0, to: notReported)
        return made
    }
}
