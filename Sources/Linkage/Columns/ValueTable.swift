/// The distinct values of one field, numbered from 1; 0 is a missing value.
///
/// Records carry numbers only: a name that a thousand records share is spelt, folded and compared once.
struct ValueTable {
    let kind: FieldKind
    /// Whose spellings of a sound are one.
    private let family: SoundFamily
    /// How many records have each value; place 0 counts the missing.
    private(set) var counts: [UInt32] = [0]
    /// Letters of value `v` at `letterStarts[v]..<letterStarts[v + 1]`; digits of a date in four bytes.
    private(set) var letters: [UInt8] = []
    private(set) var letterStarts: [UInt32] = [0, 0]
    private(set) var sounds: [UInt8] = []
    private(set) var soundStarts: [UInt32] = [0, 0]
    /// Which symbols occur in the sounds: two values that share few need no alignment.
    private(set) var masks: [UInt64] = [0]
    /// The written dates, where the field is one.
    private(set) var dates: [UInt32] = [0]
    private var numbers = ValueNumbers()
    private var numberOfRaw: [String: UInt32] = [:]

    init(_ field: Field) { (kind, family) = (field.kind, field.sounds) }

    var count: Int { counts.count }

    /// The number of a text; a new one where nothing of that spelling was seen before.
    mutating func number(of raw: String, reading: DateReading?) -> UInt32 {
        if let known = numberOfRaw[raw] { return known }
        let number: UInt32
        if kind == .date {
            number = self.number(of: reading?.read(raw) ?? .missing)
        } else {
            let spelling = spelling(of: raw)
            number = ValueTable.isMissing(raw, spelling) ? 0 : add(spelling)
        }
        if numberOfRaw.count < ValueTable.rawCacheSize { numberOfRaw[raw] = number }
        return number
    }

    mutating func number(of date: WrittenDate) -> UInt32 {
        guard date.digits != 0 else { return 0 }
        let key = withUnsafeBytes(of: date.digits.bigEndian) { Array($0) }
        if let known = number(spelt: key) { return known }
        dates.append(date.digits)
        return append(letters: key, sounds: [])
    }

    mutating func noteUse(of number: UInt32) { counts[Int(number)] += 1 }

    /// One record fewer has a value; what nobody has any more is wiped, and its number not given again.
    ///
    /// - Returns: Whether it was wiped.
    mutating func giveUp(_ number: UInt32) -> Bool {
        let place = Int(number)
        counts[place] -= 1
        counts[0] += 1
        forgetRawTexts()
        guard counts[place] == 0 else { return false }
        for letter in Int(letterStarts[place])..<Int(letterStarts[place + 1]) { letters[letter] = 0 }
        for sound in Int(soundStarts[place])..<Int(soundStarts[place + 1]) { sounds[sound] = 0 }
        masks[place] = 0
        if kind == .date { dates[place] = 0 }
        return true
    }

    /// The number here of a value of another table; nil where it is not known.
    func number(like number: UInt32, of other: ValueTable) -> UInt32? {
        self.number(spelt: Array(other.lettersOf(number)))
    }

    private func number(spelt key: [UInt8]) -> UInt32? {
        letters.withUnsafeBufferPointer { letters in
            numbers.number(hash: ValueTable.hash(key)) { number in
                let (start, end) = (Int(letterStarts[Int(number)]), Int(letterStarts[Int(number) + 1]))
                return end - start == key.count && key.indices.allSatisfy { letters[start + $0] == key[$0] }
            }
        }
    }

    func lettersOf(_ number: UInt32) -> ArraySlice<UInt8> {
        letters[Int(letterStarts[Int(number)])..<Int(letterStarts[Int(number) + 1])]
    }

    func soundsOf(_ number: UInt32) -> ArraySlice<UInt8> {
        sounds[Int(soundStarts[Int(number)])..<Int(soundStarts[Int(number) + 1])]
    }

    /// Replaces dates whose day is a convention by their year alone.
    mutating func keepYearOnly(where isConventional: (WrittenDate) -> Bool) {
        for number in 1..<max(1, dates.count) {
            let date = WrittenDate(digits: dates[number])
            if isConventional(date) { dates[number] = date.yearOnly.digits }
        }
    }

    /// What was seen as a raw text is forgotten once all records are read: it can be as large as the file.
    mutating func forgetRawTexts() { numberOfRaw = [:] }

    /// A cache of raw spellings saves most of the folding and stays small beside the records.
    private static let rawCacheSize = 1 << 18

    private mutating func add(_ spelling: Spelling) -> UInt32 {
        if let known = number(spelt: spelling.letters) { return known }
        return append(letters: spelling.letters, sounds: spelling.sounds)
    }

    private mutating func append(letters new: [UInt8], sounds newSounds: [UInt8]) -> UInt32 {
        let number = UInt32(counts.count)
        letters += new
        letterStarts.append(UInt32(letters.count))
        sounds += newSounds
        soundStarts.append(UInt32(sounds.count))
        masks.append(newSounds.reduce(0) { $0 | 1 << UInt64($1) })
        counts.append(0)
        let (letters, starts) = (letters, letterStarts)
        numbers.add(number, hash: ValueTable.hash(new)) {
            ValueTable.hash(letters[Int(starts[Int($0)])..<Int(starts[Int($0) + 1])])
        }
        return number
    }

    private static func hash(_ letters: some Sequence<UInt8>) -> UInt64 { mixed(KeySlot.hash(letters)) }

    private func spelling(of raw: String) -> Spelling {
        switch kind {
        case .category: Spelling(CategoryWords.canonical(raw))
        case .code: Spelling(ValueTable.lettersAndDigits(raw))
        case .address: Spelling(raw, keepsSigns: true)
        default: Spelling(raw, family: family)
        }
    }

    private static func lettersAndDigits(_ raw: String) -> String {
        // Nearly all numbers are ASCII, and many are nothing else.
        if raw.utf8.allSatisfy({ $0 &- 48 < 10 }) { return raw }
        return String(raw.unicodeScalars.filter { $0.properties.isAlphabetic || $0.value &- 48 < 10 })
    }

    private static func isMissing(_ raw: String, _ spelling: Spelling) -> Bool {
        if spelling.letters.isEmpty { return true }
        // Most words are told from these by their first letter.
        guard raw.utf8.count <= 9, let first = raw.utf8.first, missingBeginnings[Int(first | 0x20)]
        else { return false }
        return missingWords.contains(raw.lowercased())
    }

    private static let missingBeginnings: [Bool] = {
        let first = Set(missingWords.compactMap { $0.utf8.first })
        return (0..<256).map { first.contains(UInt8($0)) }
    }()

    /// What people write where they know nothing.
    private static let missingWords: Set<String> = [
        "na", "n/a", "nan", "null", "none", "nil", "unknown", "unk", "not known", "inconnu", "inconnue", "unbekannt",
        "-", "--", "?", "???", "x", "xx", "xxx", "nn", "n.n.",
    ]
}
