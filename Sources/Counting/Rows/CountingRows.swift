import Vocabulary

/// All rows of one kind, in columns ready to be counted.
struct CountingRows: Sendable {
    let count: Int
    /// So many rows at the beginning belong to a person (or other group) that has no other row.
    let singles: Int
    let group: [Int32]
    let qualification: Column
    /// The qualifications that occur.
    let qualifications: Set<UInt8>
    let periods: [PeriodRule: PeriodColumn]
    let sex: Column
    let ageAtExploitation: Column
    let ageAtIdentification: Column
    let citizenships: Column
    let forms: Column
    let routes: Column
    let organisation: Column
    /// Who sent what when, by period rule.
    let reports: [PeriodRule: [Report]]
    /// The same with days put together to months: enough to tell who reported in a month or longer.
    let reportsByMonth: [PeriodRule: [Report]]

    init(_ draft: RowDraft, citizenshipSets: Int, formCombinations: Int, routes: Int, organisations: Int) {
        let (order, singles) = draft.order()
        func arranged<Number>(_ values: [Number]) -> [Number] { order.map { values[Int($0)] } }
        count = order.count
        self.singles = singles
        group = arranged(draft.group)
        qualification = Column(arranged(draft.qualification), cardinality: Qualification.count)
        let periods = [
            PeriodRule.registration: PeriodColumn(packed: arranged(draft.registration)),
            .identification: PeriodColumn(packed: arranged(draft.identification)),
            .exploitation: PeriodColumn(packed: arranged(draft.exploitation)),
        ]
        self.periods = periods
        sex = Column(arranged(draft.sex), cardinality: 256)
        ageAtExploitation = Column(arranged(draft.ageAtExploitation), cardinality: 256)
        ageAtIdentification = Column(arranged(draft.ageAtIdentification), cardinality: 256)
        citizenships = Column(arranged(draft.citizenships), cardinality: citizenshipSets + 1)
        forms = Column(arranged(draft.forms), cardinality: formCombinations)
        self.routes = Column(arranged(draft.routes), cardinality: routes)
        let sender = arranged(draft.organisation)
        organisation = Column(sender, cardinality: organisations + 1)
        let marks = arranged(draft.qualification)
        qualifications = Set(marks.map(UInt8.init(truncatingIfNeeded:)))
        reports = periods.mapValues { CountingRows.reports(sender, marks, $0) }
        reportsByMonth = reports.mapValues(Report.byMonth)
    }

    private static func reports(_ sender: [UInt32], _ marks: [UInt32], _ periods: PeriodColumn) -> [Report] {
        var seen: Set<UInt64> = []
        var last = UInt64.max
        for row in sender.indices {
            let isDecided = Qualification(bits: UInt8(truncatingIfNeeded: marks[row])).isDecided
            let key = UInt64(sender[row]) << 32 | UInt64(periods.column[row]) << 1 | (isDecided ? 1 : 0)
            if key != last { seen.insert(key) }
            last = key
        }
        return seen.sorted().map { key in
            Report(
                organisation: Int(key >> 32) - 1, period: periods.periods[Int(key >> 1 & 0x7FFF_FFFF)],
                isDecided: key & 1 == 1)
        }
    }
}
