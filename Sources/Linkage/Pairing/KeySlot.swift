/// One way to read a key from a record: a field seen through a transform that forgets what is often mistyped.
struct KeySlot: Hashable {
    enum Transform: String {
        /// The consonants of a name; all name fields share them, so that exchanged names meet.
        case skeleton
        /// The first three sounds.
        case beginning
        /// The letters as they are.
        case whole
        /// The part of an e-mail address before the @.
        case localPart = "local-part"
        case firstHalf = "first-half"
        case secondHalf = "second-half"
        case monthAndDay = "month-and-day"
        case yearAndMonth = "year-and-month"
        case yearAndDay = "year-and-day"
    }

    let field: Int
    let transform: Transform
    /// Slots of one space have comparable keys.
    let space: Int
    /// How much agreement in it narrows the search, for the choice of rules; larger is narrower.
    let worth: Double

    /// The slots of a table, in the order of its fields.
    static func slots(of fields: [Field]) -> [KeySlot] {
        var slots: [KeySlot] = []
        let firstName = fields.firstIndex { $0.kind == .name }
        for (place, field) in fields.enumerated() {
            func add(_ transform: Transform, _ worth: Double, space: Int? = nil) {
                slots.append(KeySlot(field: place, transform: transform, space: space ?? slots.count, worth: worth))
            }
            switch field.kind {
            case .name:
                let shared = slots.first { $0.field == firstName && $0.transform == .skeleton }?.space
                add(.skeleton, 3, space: shared)
                add(.beginning, 1.8)
            case .text:
                add(.skeleton, 2)
                add(.beginning, 1.2)
            case .address:
                add(.whole, 2.5)
                add(.localPart, 2.5)
                add(.beginning, 1.5)
            case .date:
                add(.whole, 3)
                add(.monthAndDay, 2.6)
                add(.yearAndMonth, 2)
                add(.yearAndDay, 1.9)
            case .code:
                add(.whole, field.role == .postcode ? 1.7 : 2.6)
                if field.role != .postcode {
                    add(.firstHalf, 1.4)
                    add(.secondHalf, 1.4)
                }
            case .category: add(.whole, 0.8)
            }
        }
        return slots
    }

    /// The key of every value of the slot's field, by number; 0 where the value gives none.
    func keys(of table: ValueTable) -> [UInt64] {
        (0..<table.count).map { number in
            guard number > 0, let text = text(UInt32(number), table), !text.isEmpty else { return 0 }
            return mixed(KeySlot.hash(text) ^ mixed(UInt64(space))) | 1
        }
    }

    /// The key's text of a value; nil where there is none.
    private func text(_ number: UInt32, _ table: ValueTable) -> [UInt8]? {
        let letters = table.lettersOf(number)
        switch transform {
        case .whole:
            guard table.kind == .date else { return Array(letters) }
            let date = WrittenDate(digits: table.dates[Int(number)])
            return date.hasYear ? bytes(date.digits) : nil
        case .skeleton:
            let words = table.soundsOf(number).split(separator: Symbols.blank).map { Spelling.skeleton(of: Array($0)) }
            // Words in one order, whatever order they were written in.
            return words.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 }
        case .beginning:
            return Array(
                (table.kind == .address ? letters : table.soundsOf(number)).prefix(table.kind == .address ? 5 : 3))
        case .localPart: return Array(letters.prefix { $0 != Symbols.sign })
        case .firstHalf: return letters.count >= 6 ? Array(letters.prefix(letters.count / 2)) : nil
        case .secondHalf: return letters.count >= 6 ? Array(letters.suffix(letters.count / 2)) : nil
        case .monthAndDay, .yearAndMonth, .yearAndDay:
            let date = WrittenDate(digits: table.dates[Int(number)])
            guard date.hasMonthAndDay, date.hasYear || transform == .monthAndDay else { return nil }
            switch transform {
            case .monthAndDay: return bytes(date.digits & 0xFFFF)
            case .yearAndMonth: return bytes(date.digits & 0xFFFF_FF00)
            default: return bytes(date.digits & 0xFFFF_00FF)
            }
        }
    }

    private func bytes(_ digits: UInt32) -> [UInt8] { withUnsafeBytes(of: digits.bigEndian) { Array($0) } }

    /// FNV-1a: short keys, no dependence on the machine or the run.
    static func hash(_ text: some Sequence<UInt8>) -> UInt64 {
        text.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
