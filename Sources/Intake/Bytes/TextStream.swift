/// A byte stream as UTF-8, whatever it is written in.
///
/// What is no character in the stated encoding becomes the byte 0xFF, which no UTF-8 text holds: the row it stands in
/// is then found not to be text and is held back, instead of being taken in with a character that nobody wrote.
final class TextStream {
    private let stream: any ByteStream
    private let encoding: TextEncoding
    private var raw: [UInt8]
    private var start = 0
    private var end = 0
    private var pendingHighSurrogate: UInt32?
    /// Bytes taken from the file so far.
    private(set) var bytesRead: Int

    /// - Parameter head: Bytes that were taken from the stream to find its encoding, without its mark.
    init(_ stream: any ByteStream, encoding: TextEncoding, head: ArraySlice<UInt8>, markBytes: Int) {
        self.stream = stream
        self.encoding = encoding
        raw = Array(head)
        end = raw.count
        bytesRead = raw.count + markBytes
    }

    /// Fills `buffer` (at least 8 bytes) with UTF-8; 0 at the end only.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IntakeFailure) -> Int {
        if encoding == .utf8 {
            guard start == end else { return takeRaw(into: buffer) }
            let count = try stream.read(into: buffer)
            bytesRead += count
            return count
        }
        var written = 0
        while written == 0 {
            guard try refill() else { return flush(into: buffer) }
            written = transcode(into: buffer)
        }
        return written
    }

    private func takeRaw(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, end - start)
        buffer.copyBytes(from: raw[start..<start + count])
        start += count
        return count
    }

    /// Sees to it that a whole unit is at hand; false at the end of the file.
    private func refill() throws(IntakeFailure) -> Bool {
        let unit = encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? 2 : 1
        while end - start < unit {
            var next = [UInt8](repeating: 0, count: 1 << 16)
            let left = end - start
            if left > 0 { next[0] = raw[start] }
            let count = try readMore(&next, from: left)
            guard count > 0 else { return false }
            (raw, start, end) = (next, 0, left + count)
            bytesRead += count
        }
        return true
    }

    private func readMore(_ next: inout [UInt8], from left: Int) throws(IntakeFailure) -> Int {
        var result: Result<Int, IntakeFailure> = .success(0)
        next.withUnsafeMutableBytes { buffer in
            do throws(IntakeFailure) {
                result = .success(try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[left...])))
            } catch {
                result = .failure(error)
            }
        }
        return try result.get()
    }

    /// A lone half of a character at the very end.
    private func flush(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard pendingHighSurrogate != nil || start < end else { return 0 }
        pendingHighSurrogate = nil
        start = end
        buffer[0] = 0xFF
        return 1
    }

    private func transcode(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        var written = 0
        while written + 8 <= buffer.count {
            switch encoding {
            case .utf8: return written
            case .latin1, .windows1252:
                guard start < end else { return written }
                let byte = raw[start]
                start += 1
                if byte < 0x80 {
                    buffer[written] = byte
                    written += 1
                } else {
                    put(encoding == .latin1 ? UInt32(byte) : windows1252Scalar(byte), into: buffer, at: &written)
                }
            case .utf16LittleEndian, .utf16BigEndian:
                guard end - start >= 2 else { return written }
                let (first, second) = (UInt32(raw[start]), UInt32(raw[start + 1]))
                start += 2
                let unit = encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second
                putUTF16(unit, into: buffer, at: &written)
            }
        }
        return written
    }

    private func putUTF16(_ unit: UInt32, into buffer: UnsafeMutableRawBufferPointer, at written: inout Int) {
        if let high = pendingHighSurrogate {
            pendingHighSurrogate = nil
            if (0xDC00...0xDFFF).contains(unit) {
                put(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), into: buffer, at: &written)
                return
            }
            put(nil, into: buffer, at: &written)
        }
        switch unit {
        case 0xD800...0xDBFF: pendingHighSurrogate = unit
        case 0xDC00...0xDFFF: put(nil, into: buffer, at: &written)
        default: put(unit, into: buffer, at: &written)
        }
    }

    private func put(_ value: UInt32?, into buffer: UnsafeMutableRawBufferPointer, at written: inout Int) {
        guard let value, let scalar = Unicode.Scalar(value) else {
            buffer[written] = 0xFF
            written += 1
            return
        }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
            buffer[written] = byte
            written += 1
        }
    }
}

/// The character of a byte from 0x80 in Windows-1252; nil for the five that it leaves open.
private func windows1252Scalar(_ byte: UInt8) -> UInt32? {
    guard byte < 0xA0 else { return UInt32(byte) }
    let character = windows1252Upper[Int(byte) - 0x80]
    return character == 0 ? nil : character
}

/// Source: the WHATWG encoding index for windows-1252, 0x80...0x9F, without its five control characters.
private let windows1252Upper: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
]
