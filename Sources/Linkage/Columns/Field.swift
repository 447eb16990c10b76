/// How the values of a field are read and compared.
package enum FieldKind: String, Sendable, CaseIterable {
    /// A person's name in any script: letters, sounds, skeleton, learnt misspellings.
    case name
    /// Any other words.
    case text
    /// Words with signs that count: an e-mail address.
    case address
    /// A day, with unknown, swapped and mistyped parts.
    case date
    /// One of few words; likeness of spelling means little.
    case category
    /// Digits or letters that are a number: typing slips only.
    case code
}

/// One thing that is compared between two records: a column, or the columns of a date together.
package struct Field: Hashable, Sendable {
    /// As the person who gave the roles knows it: the column's header, or the headers joined by a plus.
    package let name: String
    package let role: Role
    package let kind: FieldKind
    /// The places in the header of the columns it is read from; year, month and day in this order for a date in parts.
    let columns: [Int]
    /// Which of year, month and day the columns are, for a date in parts.
    let parts: [Role]

    /// The headers of the columns of a date in parts.
    let partNames: [String]

    /// How alike words are, where the field is of words.
    package let measure: FieldComparison.Measure
    /// Whose spellings of a sound are one.
    package let sounds: SoundFamily
    /// The levels that are told apart.
    let folding: LevelFolding

    init(
        name: String, role: Role, kind: FieldKind, columns: [Int], parts: [Role] = [], partNames: [String] = [],
        measure: FieldComparison.Measure = .learnt, sounds: SoundFamily = .all, folding: LevelFolding? = nil
    ) {
        self.name = name
        self.measure = measure
        self.sounds = sounds
        self.folding = folding ?? LevelFolding(kind)
        self.partNames = partNames
        self.role = role
        self.kind = kind
        self.columns = columns
        self.parts = parts
    }
}

extension Field {
    /// Each column that the field is read from, with the role it was given.
    package var columnsWithRoles: [(String, Role)] {
        parts.isEmpty ? [(name, role)] : Array(zip(partNames, parts))
    }

    /// Whether words are compared, so that there is a measure of how alike they are.
    package var isWords: Bool { kind.isWords }

    /// The degrees of agreement that are told apart, best first; what is missing says nothing.
    package var levelNames: [String] {
        (1..<UInt8(Levels.count(kind))).filter(folding.keeps).map { Levels.name($0, kind, measure) }
    }
}
