/// What the head of one part of a form says.
struct MultipartHead: Equatable {
    /// Name of the form's field.
    let name: String
    /// Nil for a field that is no file; empty for a file that was not chosen.
    let fileName: String?
    /// In small letters, without parameters.
    let type: String

    /// - Parameter bytes: From the line end before the first field to the one before the empty line.
    /// - Throws: ``RequestRefusal/bodyUnreadable(reason:)`` for a part that is none of a form.
    init(_ bytes: ArraySlice<UInt8>) throws(RequestRefusal) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .bodyUnreadable(reason: "the head of a part is not UTF-8")
        }
        var fields: [String: String] = [:]
        for line in text.split(separator: "\r\n") {
            let sides = line.split(separator: ":", maxSplits: 1)
            guard sides.count == 2, sides[0].utf8.allSatisfy({ $0 > 32 && $0 < 127 }),
                !sides[1].unicodeScalars.contains(where: { $0.value < 32 && $0 != "\t" }),
                fields.updateValue(sides[1].trimmed, forKey: sides[0].lowercased()) == nil
            else { throw .bodyUnreadable(reason: "the head of a part has a line that is no field, or one twice") }
        }
        let disposition = ContentType(fields["content-disposition"] ?? "")
        guard disposition.name == "form-data", let name = disposition.parameters["name"], !name.isEmpty else {
            throw .bodyUnreadable(reason: "a part does not name its field")
        }
        let encoding = fields["content-transfer-encoding"]?.lowercased() ?? "binary"
        guard ["binary", "7bit", "8bit"].contains(encoding) else {
            throw .bodyUnreadable(reason: "a part is encoded as \(encoding.prefix(30))")
        }
        self.name = MultipartHead.plain(name)
        fileName = disposition.parameters["filename"].map { MultipartHead.lastPart(of: MultipartHead.plain($0)) }
        type = ContentType(fields["content-type"] ?? "application/octet-stream").name
    }

    /// Browsers write three characters of a name behind percent signs, and no other (HTML, form submission).
    private static func plain(_ name: String) -> String {
        name.split(separator: "%22", omittingEmptySubsequences: false).joined(separator: "\"")
            .split(separator: "%0D", omittingEmptySubsequences: false).joined(separator: "\r")
            .split(separator: "%0A", omittingEmptySubsequences: false).joined(separator: "\n")
    }

    /// Without folders, control characters and signs that turn the direction of writing, at most 150 characters.
    private static func lastPart(of name: String) -> String {
        let last = name.split(omittingEmptySubsequences: true) { $0 == "/" || $0 == "\\" }.last ?? ""
        let shown = last.unicodeScalars.filter {
            switch $0.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
            default: true
            }
        }
        return String(String(String.UnicodeScalarView(shown)).prefix(150))
    }
}
