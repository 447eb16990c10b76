/// Opens a file of rows, whatever it is: a workbook by its first bytes, else delimited text.
enum RowFile {
    /// Bytes that are looked at to find out encoding and delimiter.
    private static let headBytes = 1 << 18

    /// - Parameter headers: Folded headers that the source description knows, by which the delimiter is found.
    static func open(
        _ source: any ByteSource, _ format: FileFormat, expecting headers: Set<String>
    ) throws(IntakeFailure) -> any RowReader {
        let stream = try source.open()
        let head = try readHead(of: stream)
        if head.isEmpty { throw .empty(file: source.name) }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return try WorkbookReader(source, format)
        }
        if head.starts(with: oldOfficeMark) { throw oldOfficeFile(head, source.name) }
        let found = TextEncoding.detect(in: head)
        // A mark is sure; without one, what the description states is believed more than a guess.
        let encoding = found.markBytes > 0 ? found.encoding : format.encoding ?? found.encoding
        let text = head[found.markBytes...]
        let delimiter =
            isHeldBackFile(head)
            ? .comma : format.delimiter ?? .detect(in: text, encoding: encoding, expecting: headers)
        return CSVReader(
            TextStream(stream, encoding: encoding, head: text, markBytes: found.markBytes), delimiter: delimiter,
            encoding: encoding)
    }

    /// The container of old Office files, and of workbooks under a password.
    private static let oldOfficeMark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    private static func oldOfficeFile(_ head: [UInt8], _ name: String) -> IntakeFailure {
        let mark = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        return head.firstRange(of: mark) == nil
            ? .damagedWorkbook(file: name, detail: "it is in the old format XLS") : .encryptedWorkbook(file: name)
    }

    private static func readHead(of stream: any ByteStream) throws(IntakeFailure) -> [UInt8] {
        var head = [UInt8](repeating: 0, count: headBytes)
        var count = 0
        while count < head.count {
            var result: Result<Int, IntakeFailure> = .success(0)
            head.withUnsafeMutableBytes { bytes in
                do throws(IntakeFailure) {
                    result = .success(try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[count...])))
                } catch {
                    result = .failure(error)
                }
            }
            let read = try result.get()
            if read == 0 { break }
            count += read
        }
        return Array(head[..<count])
    }

    /// Whether the file is one that ``HeldBackRows`` wrote: its first line ends in the column `findings`.
    private static func isHeldBackFile(_ head: [UInt8]) -> Bool {
        guard head.starts(with: [0xEF, 0xBB, 0xBF]), let end = head.firstIndex(of: 0x0D) else { return false }
        return head[..<end].reversed().starts(with: ",\(Header.findingsColumn)".utf8.reversed())
    }
}
