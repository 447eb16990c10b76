import Testing

@testable import Website

@Suite struct MultipartReaderTests {
    private static let type = "multipart/form-data; boundary=XyZ"
    private static let form =
        "--XyZ\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\ntwo\r\nlines\r\n"
        + "--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/CSV; x=y\r\n"
        + "\r\na,b\r\n--XyZ\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n--XyZ--\r\nignored"

    private func events(
        _ body: String, type: String = type, pieces size: Int = .max
    ) throws -> [(MultipartHead, String)] {
        var reader = try MultipartReader(type: type)
        var parts: [(MultipartHead, String)] = []
        var bytes = Array(body.utf8)[...]
        while !bytes.isEmpty {
            for event in try reader.take(bytes.prefix(size)) {
                switch event {
                case .began(let head): parts.append((head, ""))
                case .bytes(let bytes): parts[parts.count - 1].1 += String(decoding: bytes, as: UTF8.self)
                case .ended: break
                }
            }
            bytes = bytes.dropFirst(size)
        }
        try reader.finish()
        return parts
    }

    @Test(arguments: [1, 2, 3, 7, 64, 10_000])
    func readsTheSamePartsHoweverTheyArrive(size: Int) throws {
        let parts = try events(Self.form, pieces: size)
        #expect(parts.map(\.0.name) == ["note", "file", "empty"])
        #expect(parts.map(\.0.fileName) == [nil, "a.csv", nil])
        #expect(parts[1].0.type == "text/csv")
        #expect(parts.map(\.1) == ["two\r\nlines", "a,b", ""])
    }

    @Test func keepsWhatOnlyLooksLikeABoundary() throws {
        let value = "\r\n--XyY\r\n--Xy\r--XyZ\r\n --XyZ\r\n-"
        let parts = try events("--XyZ\r\nContent-Disposition: form-data; name=a\r\n\r\n\(value)\r\n--XyZ--")
        #expect(parts.map(\.1) == [value])
    }

    @Test(arguments: [
        ("multipart/form-data", "no boundary"), ("multipart/form-data; boundary=\"a\u{1}b\"", "a control character"),
        ("multipart/form-data; boundary=\(String(repeating: "a", count: 71))", "too long"),
        ("multipart/form-data; boundary=\"a \"", "ends with a blank"),
    ])
    func refusesABoundaryThatTheStandardDoesNotAllow(type: String, why: String) {
        #expect(throws: RequestRefusal.self, "\(why)") { try MultipartReader(type: type) }
    }

    @Test(arguments: [
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end", "--XyZ",
        "--XyZ\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\n\r\nno head\r\n--XyZ--",
        "--XyZevil\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\nX: y\r\n\r\nx\r\n--XyZ--",
        String(repeating: "x", count: 3000), "--XyZ\r\nX: \(String(repeating: "x", count: 9000))\r\n\r\n\r\n--XyZ--",
    ])
    func refusesWhatAnotherReaderMightReadOtherwise(body: String) {
        #expect(throws: RequestRefusal.self) { try events(body) }
    }

    @Test(arguments: [
        ("C:\\folder\\plan.csv", "plan.csv"), ("../../etc/passwd", "passwd"), ("%22a%22.csv", "\"a\".csv"),
        ("a\u{202E}vsc.exe", "avsc.exe"), ("", ""),
    ])
    func takesOfAFileNameWhatIsNoPath(sent: String, name: String) throws {
        let escaped = sent.replacing("\\", with: "\\\\")
        let parts = try events(
            "--XyZ\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\(escaped)\"\r\n\r\nx\r\n--XyZ--")
        #expect(parts.first?.0.fileName == name)
    }
}
