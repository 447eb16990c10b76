/// A field from which match keys are made: what it says, and how its values are varied.
struct KeyField: Hashable {
    enum Kind { case name, date, code }

    let role: Role
    let kind: Kind
    /// The places of the table's fields that hold it: several columns of given names are one name.
    let places: [Int]

    /// How many forms a value of this kind has; a form that a value lacks leaves its slots to chance.
    var forms: Int {
        switch kind {
        case .name: NameForms.count
        case .date: DateForms.count
        case .code: CodeForms.count
        }
    }

    /// Name and date of birth are known of nearly everybody and written worst: all their forms meet all.
    var isPrincipal: Bool { kind != .code }

    /// The fields of a table that make keys, those that tell most of a person first.
    static func fields(of table: RecordTable) -> [KeyField] {
        var fields: [KeyField] = []
        for role in order {
            let places = table.fields.indices.filter { table.fields[$0].role == role }
            switch kind(of: role) {
            case .name where !places.isEmpty: fields.append(KeyField(role: role, kind: .name, places: places))
            case .date:
                let dates = places.filter { table.fields[$0].kind == .date }
                if let first = dates.first { fields.append(KeyField(role: role, kind: .date, places: [first])) }
            default: fields += places.map { KeyField(role: role, kind: .code, places: [$0]) }
            }
        }
        return Array(fields.prefix(most))
    }

    static func kind(of role: Role) -> Kind {
        switch role {
        case .given, .family: .name
        case .birth: .date
        default: .code
        }
    }

    /// Sex, nationality, place and occupation say too little to be half of a key.
    private static let order: [Role] = [.given, .family, .birth, .document, .phone, .other, .address, .postcode]

    /// Six fields make at most 729 patterns of agreement.
    static let most = 6

    /// The forms of a record's value, nil where there is none.
    func forms(of record: Int, in table: RecordTable) -> [[UInt8]?] {
        let values = places.map { (place: $0, number: table.cell(record, $0)) }.filter { $0.number != 0 }
        guard let first = values.first else { return [[UInt8]?](repeating: nil, count: forms) }
        switch kind {
        case .name: return NameForms.of(values.map { Array(table.tables[$0.place].soundsOf($0.number)) })
        case .date: return DateForms.of(WrittenDate(digits: table.tables[first.place].dates[Int(first.number)]))
        case .code: return CodeForms.of(table.tables[first.place].lettersOf(first.number))
        }
    }
}
