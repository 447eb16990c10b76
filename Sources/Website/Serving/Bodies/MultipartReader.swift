/// Reads `multipart/form-data` (RFC 7578) while it arrives, holding no more of it than the head of a part.
///
/// Nothing is repaired: a body that another reader might read otherwise is refused, since a filter before us may be
/// that other reader.
struct MultipartReader {
    enum Event: Equatable {
        case began(MultipartHead)
        case bytes([UInt8])
        case ended
    }

    private enum State { case preamble, delimiter, head, content, finished }

    /// In bytes; no browser writes a longer head.
    private static let longestHead = 8 << 10
    private static let longestPreamble = 1 << 10
    private static let mostParts = 1100

    private let delimiter: [UInt8]
    private var state = State.preamble
    /// A line end stands before the first byte, so that the first delimiter is like the others.
    private var held: [UInt8] = [13, 10]
    private var parts = 0

    /// - Parameter type: The whole `Content-Type` field.
    /// - Throws: ``RequestRefusal/bodyUnreadable(reason:)`` without a boundary that RFC 2046 allows.
    init(type: String) throws(RequestRefusal) {
        let boundary = ContentType(type).parameters["boundary"] ?? ""
        let allowed = Set("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'()+_,-./:=? ".utf8)
        guard (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy(allowed.contains),
            !boundary.hasSuffix(" ")
        else { throw .bodyUnreadable(reason: "its Content-Type names no boundary of 1 to 70 plain characters") }
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// What the next bytes complete.
    mutating func take(_ bytes: some Sequence<UInt8>) throws(RequestRefusal) -> [Event] {
        guard state != .finished else { return [] }
        held += bytes
        var events: [Event] = []
        var start = 0
        while let next = try step(from: &start, &events) { state = next }
        held.removeFirst(min(start, held.count))
        return events
    }

    /// - Throws: ``RequestRefusal/bodyUnreadable(reason:)`` where the last delimiter is missing.
    func finish() throws(RequestRefusal) {
        guard state == .finished else { throw .bodyUnreadable(reason: "it ends before its last boundary") }
    }

    /// Nil where more bytes are needed.
    private mutating func step(from start: inout Int, _ events: inout [Event]) throws(RequestRefusal) -> State? {
        switch state {
        case .preamble:
            guard let found = find(delimiter, from: start) else {
                guard held.count - start <= MultipartReader.longestPreamble else {
                    throw .bodyUnreadable(reason: "its boundary does not come at its beginning")
                }
                return nil
            }
            start = found + delimiter.count
            return .delimiter
        case .delimiter: return try afterDelimiter(from: &start)
        case .head: return try head(from: &start, &events)
        case .content: return content(from: &start, &events)
        case .finished:
            start = held.count
            return nil
        }
    }

    /// Two hyphens end the body, blanks and a line end begin a part.
    private func afterDelimiter(from start: inout Int) throws(RequestRefusal) -> State? {
        var place = start
        while place < held.count, held[place] == 32 || held[place] == 9 { place += 1 }
        guard held.count - place >= 2 else {
            guard place - start < 100 else { throw .bodyUnreadable(reason: "a boundary is followed by blanks only") }
            return nil
        }
        let pair = held[place..<place + 2]
        if pair.elementsEqual("--".utf8), place == start {
            start = place + 2
            return .finished
        }
        guard pair.elementsEqual([13, 10]) else {
            throw .bodyUnreadable(reason: "a boundary is followed by something else than a line end")
        }
        // The line end stays: an empty head is then found like any other.
        start = place
        return .head
    }

    private mutating func head(from start: inout Int, _ events: inout [Event]) throws(RequestRefusal) -> State? {
        guard let found = find([13, 10, 13, 10], from: start) else {
            guard held.count - start <= MultipartReader.longestHead else {
                throw .bodyUnreadable(reason: "the head of a part is longer than \(MultipartReader.longestHead) bytes")
            }
            return nil
        }
        parts += 1
        guard parts <= MultipartReader.mostParts else { throw .bodyUnreadable(reason: "it has too many parts") }
        events.append(.began(try MultipartHead(held[start..<found])))
        start = found + 4
        return .content
    }

    private mutating func content(from start: inout Int, _ events: inout [Event]) -> State? {
        if let found = find(delimiter, from: start) {
            if found > start { events.append(.bytes(Array(held[start..<found]))) }
            events.append(.ended)
            start = found + delimiter.count
            return .delimiter
        }
        let certain = held.count - (delimiter.count - 1)
        if certain > start {
            events.append(.bytes(Array(held[start..<certain])))
            start = certain
        }
        return nil
    }

    /// Where `wanted`, which begins with a carriage return, is found first.
    private func find(_ wanted: [UInt8], from start: Int) -> Int? {
        var place = start
        while let found = held[place...].firstIndex(of: 13), held.count - found >= wanted.count {
            if held[found..<found + wanted.count].elementsEqual(wanted) { return found }
            place = found + 1
        }
        return nil
    }
}
