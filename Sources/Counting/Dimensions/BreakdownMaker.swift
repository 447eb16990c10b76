import Tables
import Vocabulary

/// Makes breakdowns from the facts, the settings and the rules.
struct BreakdownMaker {
    let facts: Facts
    let settings: CountingSettings
    let book: RowBook
    let organisationCodes: OrganisationCodes
    let forms: FormRules

    /// - Parameters:
    ///   - rule: Which date periods are of.
    ///   - filter: Periods outside it are left out.
    func make(_ breakdown: Breakdown, of rows: CountingRows, rule: PeriodRule, filter: Period?) -> BreakdownColumn? {
        switch breakdown {
        case .year: period(.year, breakdown, rows.periods[rule], filter)
        case .quarter: period(.quarter, breakdown, rows.periods[rule], filter)
        case .month: period(.month, breakdown, rows.periods[rule], filter)
        case .sex: list(facts.lists.sexes, breakdown, rows.sex)
        case .ageGroup: list(facts.lists.ageGroups, breakdown, rows.ageAtExploitation)
        case .ageGroupAtIdentification: list(facts.lists.ageGroups, breakdown, rows.ageAtIdentification)
        case .registeringOrganisation: organisation(rows)
        case .organisationKind: organisationKind(rows)
        case .citizenship: citizenship(rows)
        case .citizenshipGroup: citizenshipGroup(rows)
        case .forms, .mainForm, .euForm, .unodcForm: form(breakdown, rows)
        case .routeFrom: route(breakdown, rows, \.from)
        case .routeTo: route(breakdown, rows, \.to)
        case .phenomenon: phenomenon(rows)
        case .status: status(rows)
        }
    }

    private func period(
        _ precision: Period.Precision, _ breakdown: Breakdown, _ column: PeriodColumn?, _ filter: Period?
    ) -> BreakdownColumn? {
        guard let column else { return nil }
        var made = BreakdownColumn(breakdown, column: column.column, values: column.periods.count)
        let known = column.periods.map { period -> Period? in
            guard let period, filter?.contains(period) ?? true else { return nil }
            return period.coarsened(to: precision)
        }
        for period in PeriodRange.every(precision, in: filter, found: known.compactMap(\.self)) {
            made.category(period.description, isFixed: true)
        }
        let unknown = made.category(BreakdownColumn.unknown)
        let notReported = made.category(BreakdownColumn.notReported)
        for (value, period) in column.periods.enumerated() {
            if let bucket = known[value] {
                made.assign(value, to: made.category(bucket.description))
            } else {
                made.assign(value, to: period == nil ? notReported : unknown)
            }
        }
        return made
    }

    /// A column that holds places in a list.
    private func list(_ list: CodeList, _ breakdown: Breakdown, _ column: Column) -> BreakdownColumn {
        var made = BreakdownColumn(breakdown, column: column, values: 256, codeList: list.name)
        for (place, code) in list.codes.enumerated() {
            made.assign(place, to: made.category(code.id, isFixed: !code.isRetired))
        }
        made.assign(Int(CodePlace.unlisted), to: made.category(BreakdownColumn.unlisted))
        made.assign(Int(CodePlace.absent), to: made.category(BreakdownColumn.notReported))
        return made
    }

    private func phenomenon(_ rows: CountingRows) -> BreakdownColumn {
        var made = BreakdownColumn(
            .phenomenon, column: rows.qualification, values: Qualification.count, codeList: facts.lists.phenomena.name)
        for code in facts.lists.phenomena.codes { made.category(code.id) }
        let unlisted = made.category(BreakdownColumn.unlisted)
        let notReported = made.category(BreakdownColumn.notReported)
        for value in 0..<Qualification.count {
            let place = Int(Qualification(bits: UInt8(value)).phenomenon)
            made.assign(
                value,
                to: place < facts.lists.phenomena.codes.count
                    ? place : place == Int(Qualification.phenomenonAbsent) ? notReported : unlisted)
        }
        return made
    }

    private func status(_ rows: CountingRows) -> BreakdownColumn {
        var made = BreakdownColumn(
            .status, column: rows.qualification, values: Qualification.count, codeList: "statuses")
        for status in StatusCode.allCases { made.category(status.name) }
        let unlisted = made.category(BreakdownColumn.unlisted)
        for value in 0..<Qualification.count {
            made.assign(value, to: Qualification(bits: UInt8(value)).status.map { Int($0.rawValue) } ?? unlisted)
        }
        return made
    }
}
