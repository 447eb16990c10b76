/// A place among the words of a deadline; what it takes, it leaves behind.
struct DeadlineCursor: Sendable {
    /// Without ``DeadlineLexicon/fillers``.
    private let tokens: [DeadlineToken]
    private(set) var place = 0

    init(_ tokens: [DeadlineToken]) {
        self.tokens = tokens.filter { !DeadlineLexicon.fillers.contains($0.text) }
    }

    var isAtEnd: Bool { place >= tokens.count }
    var rest: [DeadlineToken] { Array(tokens[place...]) }

    /// The word `ahead` places on; nil beyond the end.
    func word(_ ahead: Int = 0) -> String? { token(ahead)?.text }

    func number(_ ahead: Int = 0) -> Int? { token(ahead)?.number }

    /// A year that plans speak of; any other number is none.
    func year(_ ahead: Int = 0) -> Int? { number(ahead).flatMap { (1900...2199).contains($0) ? $0 : nil } }

    mutating func skip(_ count: Int = 1) { place = min(place + count, tokens.count) }

    /// Takes the next word where it is one of these.
    mutating func take(anyOf words: Set<String>) -> Bool {
        guard let next = word(), words.contains(next) else { return false }
        skip()
        return true
    }

    /// Takes the next word where a table knows it, with what the table says.
    mutating func take<Meaning>(from table: [String: Meaning]) -> Meaning? {
        guard let next = word(), let meaning = table[next] else { return nil }
        skip()
        return meaning
    }

    /// Takes the longest of the phrases that comes next.
    mutating func take(phrase phrases: some Collection<[String]>) -> Bool {
        let coming = rest.map(\.text)
        guard let longest = phrases.filter({ coming.starts(with: $0) }).max(by: { $0.count < $1.count }) else {
            return false
        }
        skip(longest.count)
        return true
    }

    /// Takes what `reading` reads, or stays where it is.
    mutating func attempt<Value>(_ reading: (inout DeadlineCursor) -> Value?) -> Value? {
        var trial = self
        guard let value = reading(&trial) else { return nil }
        self = trial
        return value
    }

    private func token(_ ahead: Int) -> DeadlineToken? {
        place + ahead < tokens.count ? tokens[place + ahead] : nil
    }
}
