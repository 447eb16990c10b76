/// Rows while they are being collected, one array a column, before they are put in order and narrowed.
struct RowDraft {
    /// Who or what is counted once: the number of the first record of the person, of the case, …
    var group: [Int32] = []
    var qualification: [UInt32] = []
    /// ``PackedPeriod``.
    var registration: [Int32] = []
    var identification: [Int32] = []
    var exploitation: [Int32] = []
    var sex: [UInt32] = []
    var ageAtExploitation: [UInt32] = []
    var ageAtIdentification: [UInt32] = []
    /// Number of the set plus 1; 0 where not reported.
    var citizenships: [UInt32] = []
    /// Number of the combination in ``FormTable``.
    var forms: [UInt32] = []
    /// Number of the route in ``RouteTable``.
    var routes: [UInt32] = []
    /// Number of the organisation plus 1; 0 where not reported.
    var organisation: [UInt32] = []

    /// One row; what is not said is not reported.
    mutating func append(
        group: Int32, qualification: Qualification, registration: Int32 = PackedPeriod.absent.bits,
        identification: Int32 = PackedPeriod.absent.bits, exploitation: Int32 = PackedPeriod.absent.bits,
        sex: UInt8 = CodePlace.absent, ageAtExploitation: UInt8 = CodePlace.absent,
        ageAtIdentification: UInt8 = CodePlace.absent, citizenships: Int32 = -1, forms: UInt32 = 0,
        route: UInt32 = 0, organisation: Int32 = -1
    ) {
        self.group.append(group)
        self.qualification.append(UInt32(qualification.bits))
        self.registration.append(registration)
        self.identification.append(identification)
        self.exploitation.append(exploitation)
        self.sex.append(UInt32(sex))
        self.ageAtExploitation.append(UInt32(ageAtExploitation))
        self.ageAtIdentification.append(UInt32(ageAtIdentification))
        self.citizenships.append(UInt32(bitPattern: citizenships &+ 1))
        self.forms.append(forms)
        self.routes.append(route)
        self.organisation.append(UInt32(bitPattern: organisation &+ 1))
    }

    /// Rows of persons with one row first, then those of persons with several, a person's rows together and in the order
    /// of the ledger.
    func order() -> (rows: [Int32], singles: Int) {
        let last = group.max().map { Int($0) + 1 } ?? 0
        var counts = [Int32](repeating: 0, count: last)
        for member in group { counts[Int(member)] += 1 }
        var rows: [Int32] = []
        rows.reserveCapacity(group.count)
        var several: [Int32] = []
        for row in group.indices {
            if counts[Int(group[row])] == 1 { rows.append(Int32(row)) } else { several.append(Int32(row)) }
        }
        let singles = rows.count
        rows += several.sorted { (group[Int($0)], $0) < (group[Int($1)], $1) }
        return (rows, singles)
    }
}
