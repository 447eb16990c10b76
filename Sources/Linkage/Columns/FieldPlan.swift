/// The fields that a set of roles makes, with how each is read: found from a sample of the values.
struct FieldPlan {
    let fields: [Field]
    let dateReadings: [DateReading?]

    /// As many as one pattern of comparison levels holds.
    static let mostFields = 13

    /// - Parameters:
    ///   - samples: Some rows of the first file, as texts.
    ///   - comparisons: How columns are compared where somebody said it.
    /// - Throws: ``LinkageFailure/tooManyFields(count:most:)``, ``LinkageFailure/unknownLevel(name:known:)``.
    init(
        _ roles: ColumnRoles, header: [String], samples: [[String]], comparisons: [String: FieldComparison] = [:]
    ) throws(LinkageFailure) {
        let places = try roles.places(in: header)
        var fields: [Field] = []
        var parts: [(role: Role, place: Int)] = []
        for (assignment, place) in zip(roles.assignments, places) {
            switch assignment.role {
            case .birthYear, .birthMonth, .birthDay: parts.append((assignment.role, place))
            default:
                let values = samples.map { place < $0.count ? $0[place] : "" }.filter { !$0.isEmpty }
                let said = comparisons[assignment.column] ?? FieldComparison()
                let kind = said.kind ?? FieldPlan.kind(of: assignment.role, values: values)
                fields.append(
                    Field(
                        name: assignment.column, role: assignment.role, kind: kind, columns: [place],
                        measure: said.measure, sounds: said.sounds, folding: try FieldPlan.folding(said, kind)))
            }
        }
        if !parts.isEmpty {
            fields.append(
                Field(
                    name: parts.map { header[$0.place] }.joined(separator: "+"), role: .birth, kind: .date,
                    columns: parts.map(\.place), parts: parts.map(\.role), partNames: parts.map { header[$0.place] },
                    folding: try FieldPlan.folding(
                        parts.lazy.compactMap { comparisons[header[$0.place]] }.first ?? FieldComparison(), .date)))
        }
        guard fields.count <= FieldPlan.mostFields else {
            throw .tooManyFields(count: fields.count, most: FieldPlan.mostFields)
        }
        self.fields = fields
        dateReadings = fields.map { field in
            guard field.kind == .date, field.parts.isEmpty else { return nil }
            return DateReading(samples: samples.map { field.columns[0] < $0.count ? $0[field.columns[0]] : "" })
        }
    }

    private static func folding(
        _ said: FieldComparison, _ kind: FieldKind
    ) throws(LinkageFailure) -> LevelFolding? {
        guard let levels = said.levels else { return nil }
        return try LevelFolding(keeping: levels, kind, said.measure)
    }

    private static func kind(of role: Role, values: [String]) -> FieldKind {
        switch role {
        case .given, .family: .name
        case .birth, .birthYear, .birthMonth, .birthDay: .date
        case .sex: .category
        case .nationality, .place, .occupation: isFew(values) ? .category : .text
        case .postcode, .phone, .document: .code
        case .address, .other: kind(ofAny: values)
        }
    }

    /// Addresses of e-mail have an @, numbers are mostly digits, and what repeats all the time is a category.
    private static func kind(ofAny values: [String]) -> FieldKind {
        guard !values.isEmpty else { return .text }
        if values.count(where: { $0.contains("@") }) * 2 > values.count { return .address }
        let numbers = values.count { value in
            let digits = value.utf8.count { $0 &- 48 < 10 }
            return digits * 10 >= value.utf8.count * 6
        }
        if numbers * 10 >= values.count * 8 { return .code }
        return isFew(values) ? .category : .text
    }

    /// Whether a value occurs thirty times on average and is a short word: mistyped values are new values, so the share
    /// of rows in the commonest values decides.
    private static func isFew(_ values: [String]) -> Bool {
        guard values.count >= 100 else { return false }
        var counts: [String: Int] = [:]
        for value in values { counts[value.lowercased(), default: 0] += 1 }
        let commonest = counts.values.sorted(by: >).prefix(max(2, values.count / 100))
        return commonest.reduce(0, +) * 10 >= values.count * 9
    }
}
