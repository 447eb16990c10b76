// Goals, in order: (1) no row is lost or shifted without a fault that says so; (2) memory does not depend on the file;
// (3) speed: one table look-up a byte, cells copied once.
// Source: RFC 4180, with the liberties that files in the field take: any of LF, CRLF, CR ends a row, and quotation
// marks inside a cell that does not begin with one are ordinary characters.

/// Rows of delimited text, streamed.
package struct CSVReader: RowReader {
    private enum State { case cellStart, plain, quoted, afterQuote }

    private let stream: TextStream
    private let delimiter: Delimiter
    private let encoding: TextEncoding
    private let classes: [UInt8]
    private var buffer = [UInt8](repeating: 0, count: 1 << 18)
    private var position = 0
    private var limit = 0
    private var atEnd = false
    private var rowNumber = 0
    private var line = 1
    private var passesLineFeed = false

    init(_ stream: TextStream, delimiter: Delimiter, encoding: TextEncoding) {
        self.stream = stream
        self.delimiter = delimiter
        self.encoding = encoding
        var classes = [UInt8](repeating: Class.ordinary, count: 256)
        classes[0] = Class.nul
        classes[0x0A] = Class.lineFeed
        classes[0x0D] = Class.carriageReturn
        classes[0x22] = Class.quote
        classes[Int(delimiter.byte)] = Class.delimiter
        self.classes = classes
    }

    package var bytesRead: Int { stream.bytesRead - (limit - position) }
    package var reading: String { "CSV, \(encoding.rawValue), separated by \(delimiter.rawValue)" }

    package mutating func next(into row: inout Row) throws(IntakeFailure) -> Bool {
        row.clear(number: rowNumber + 1, line: line)
        var state = State.cellStart
        while true {
            if position == limit {
                guard try refill() else { return finish(&row, in: state) }
            }
            if scan(into: &row, &state) {
                rowNumber += 1
                checkText(&row)
                return true
            }
        }
    }

    private mutating func refill() throws(IntakeFailure) -> Bool {
        guard !atEnd else { return false }
        var result: Result<Int, IntakeFailure> = .success(0)
        buffer.withUnsafeMutableBytes { bytes in
            do throws(IntakeFailure) { result = .success(try stream.read(into: bytes)) } catch {
                result = .failure(error)
            }
        }
        limit = try result.get()
        position = 0
        atEnd = limit == 0
        return !atEnd
    }

    /// The file ended: what was begun is the last row, a line end before it makes none.
    private mutating func finish(_ row: inout Row, in state: State) -> Bool {
        if state == .cellStart, row.ends.isEmpty { return false }
        if state == .quoted { row.note(.unterminatedQuote) }
        endCell(&row)
        rowNumber += 1
        checkText(&row)
        return true
    }

    /// Goes through the bytes at hand.
    /// - Returns: Whether a row ended; otherwise all bytes at hand are used up.
    private mutating func scan(into row: inout Row, _ state: inout State) -> Bool {
        let (delimiterClass, lineFeed, carriageReturn) = (Class.delimiter, Class.lineFeed, Class.carriageReturn)
        if passesLineFeed {
            passesLineFeed = false
            if buffer[position] == 0x0A {
                position += 1
                if position == limit { return false }
            }
        }
        while position < limit {
            switch state {
            case .cellStart where buffer[position] == 0x22:
                state = .quoted
                position += 1
            case .cellStart, .plain:
                state = .plain
                let found = passOrdinary(into: &row)
                guard position < limit else { return false }
                position += 1
                switch found {
                case delimiterClass:
                    endCell(&row)
                    state = .cellStart
                case lineFeed, carriageReturn:
                    return endRow(&row, by: found)
                case Class.nul:
                    row.note(.nul)
                    keep(0, in: &row)
                default: keep(0x22, in: &row)
                }
            case .quoted:
                passQuoted(into: &row)
                guard position < limit else { return false }
                position += 1
                state = .afterQuote
            case .afterQuote:
                let byte = buffer[position]
                let found = classes[Int(byte)]
                position += 1
                switch found {
                case Class.quote:
                    keep(0x22, in: &row)
                    state = .quoted
                case delimiterClass:
                    endCell(&row)
                    state = .cellStart
                case lineFeed, carriageReturn:
                    return endRow(&row, by: found)
                default:
                    if byte != 0x20 { noteStrayQuote(in: &row) }
                    keep(byte, in: &row)
                }
            }
        }
        return false
    }

    private mutating func endRow(_ row: inout Row, by found: UInt8) -> Bool {
        endCell(&row)
        line += 1
        passesLineFeed = found == Class.carriageReturn
        return true
    }

    /// Copies up to the next byte that means something; returns its class.
    private mutating func passOrdinary(into row: inout Row) -> UInt8 {
        let begin = position
        var place = position
        var found = Class.ordinary
        buffer.withUnsafeBufferPointer { bytes in
            classes.withUnsafeBufferPointer { classes in
                while place < limit {
                    found = classes[Int(bytes[place])]
                    if found != Class.ordinary { break }
                    place += 1
                }
            }
        }
        position = place
        keep(begin..<place, in: &row)
        return found
    }

    /// Copies up to the next quotation mark, line ends and delimiters included.
    private mutating func passQuoted(into row: inout Row) {
        let begin = position
        var place = position
        var lines = 0
        var holdsNUL = false
        buffer.withUnsafeBufferPointer { bytes in
            while place < limit, bytes[place] != 0x22 {
                // A carriage return alone ends a line too, but nobody counts lines in such files.
                if bytes[place] == 0x0A { lines += 1 }
                if bytes[place] == 0 { holdsNUL = true }
                place += 1
            }
        }
        position = place
        line += lines
        if holdsNUL { row.note(.nul) }
        keep(begin..<place, in: &row)
    }

    private mutating func keep(_ range: Range<Int>, in row: inout Row) {
        guard !range.isEmpty, hasRoom(for: range.count, in: &row) else { return }
        buffer.withUnsafeBufferPointer { bytes in
            row.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
        }
    }

    private func keep(_ byte: UInt8, in row: inout Row) {
        if hasRoom(for: 1, in: &row) { row.bytes.append(byte) }
    }

    /// Whether the row may still grow; a row that may not keeps what it has and is passed over to its end.
    private func hasRoom(for count: Int, in row: inout Row) -> Bool {
        if row.bytes.count - (row.ends.last ?? 0) + count > RowLimits.cellBytes {
            row.note(.cellTooLong)
            return false
        }
        if row.bytes.count + count > RowLimits.rowBytes {
            row.note(.rowTooLong)
            return false
        }
        return true
    }

    private func endCell(_ row: inout Row) {
        if row.ends.count == RowLimits.cells { row.note(.tooManyCells) } else { row.ends.append(row.bytes.count) }
    }

    /// Leaves a mark where the quotation mark stood: a copy of the row does not pass before somebody has looked at it.
    private func noteStrayQuote(in row: inout Row) {
        row.note(.strayQuote)
        for byte in Row.damageMark { keep(byte, in: &row) }
    }

    private func checkText(_ row: inout Row) {
        if row.bytes.withUnsafeBufferPointer({ $0.reduce(0, |) }) < 0x80 { return }
        let isMarked = row.faults.contains(.strayQuote)
        if !isValidUTF8(row.bytes[...]) || !isMarked && row.holdsReplacementCharacter { row.note(.notText) }
    }
}

/// What a byte means to the reader.
private enum Class {
    static let ordinary: UInt8 = 0
    static let delimiter: UInt8 = 1
    static let lineFeed: UInt8 = 2
    static let carriageReturn: UInt8 = 3
    static let quote: UInt8 = 4
    static let nul: UInt8 = 5
}

extension Row {
    /// U+FFFD in UTF-8.
    static let damageMark: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// U+FFFD, which a program leaves where it could not read a character.
    var holdsReplacementCharacter: Bool {
        var place = 0
        while place + 2 < bytes.count {
            if bytes[place] == 0xEF, bytes[place + 1] == 0xBF, bytes[place + 2] == 0xBD { return true }
            place += 1
        }
        return false
    }
}
