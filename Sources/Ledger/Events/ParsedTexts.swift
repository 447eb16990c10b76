/// Remembers what short texts mean that come again and again (moments, periods), so that millions of events are read
/// without parsing the same text millions of times. For one reader at a time.
final class ParsedTexts<Value> {
    /// Made once it is asked more often than the events of one record ask: most readers read one record.
    private var known: [(text: String, value: Value)?] = []
    private var questions = 0
    private let parse: (String) -> Value?

    init(_ parse: @escaping (String) -> Value?) { self.parse = parse }

    /// What `bytes` mean; nil where they do not parse, which is not remembered.
    func value(_ bytes: UnsafeRawBufferPointer) -> Value? {
        questions += 1
        guard questions > 16 else { return parse(String(decoding: bytes, as: UTF8.self)) }
        if known.isEmpty { known = Array(repeating: nil, count: 512) }
        let slot = bytes.fingerprint & 511
        if let entry = known[slot], entry.text.utf8.elementsEqual(bytes) { return entry.value }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let value = parse(text) else { return nil }
        known[slot] = (text, value)
        return value
    }
}

extension UnsafeRawBufferPointer {
    /// A cheap number that differs for most texts (FNV-1a, Fowler, Noll and Vo 1991); not for anything an opponent sees.
    var fingerprint: Int {
        var number = UInt64(count)
        for byte in self { number = (number ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return Int(truncatingIfNeeded: (number ^ number >> 29) & 0xFFFF_FFFF)
    }
}
