/// The kinds of files that are taken, each known by its first bytes: what a file says of itself is a claim.
enum MediaType: String, CaseIterable, Sendable {
    // Of two kinds that fit the same bytes the first one counts: a text may begin like a PDF, and is one then.
    case pdf = "application/pdf"
    case png = "image/png"
    case jpeg = "image/jpeg"
    case word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case openText = "application/vnd.oasis.opendocument.text"
    case plain = "text/plain"

    /// - Parameters:
    ///   - claim: The type that came with the file, in small letters and without parameters.
    ///   - bytes: The whole file.
    /// - Returns: Nil where such files are not taken, or where the bytes are of another kind.
    init?(_ claim: String, of bytes: [UInt8]) {
        guard let type = MediaType(rawValue: claim), type.isKind(of: bytes) else { return nil }
        self = type
    }

    /// The kind by the bytes alone, whatever the file's sender calls it; nil where such files are not taken.
    init?(of bytes: [UInt8]) {
        guard let type = MediaType.allCases.first(where: { $0.isKind(of: bytes) }) else { return nil }
        self = type
    }

    private func isKind(of bytes: [UInt8]) -> Bool {
        switch self {
        case .pdf: bytes.starts(with: Array("%PDF-".utf8))
        case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        case .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
        case .plain:
            String(validating: bytes, as: UTF8.self)?.unicodeScalars.allSatisfy {
                $0.value >= 32 || [9, 10, 12, 13].contains($0.value)
            } ?? false && !MediaType.isForAMachine(bytes)
        case .word: MediaType.isArchive(bytes, holding: "word/")
        case .sheet: MediaType.isArchive(bytes, holding: "xl/")
        // The type stands first and unpacked in the archive (OpenDocument 1.2, part 3, section 3.3).
        case .openText:
            bytes.starts(with: MediaType.archive) && bytes.dropFirst(30).starts(with: "mimetype\(rawValue)".utf8)
        }
    }

    /// Whether a text is a page or a program rather than something to read: it begins as one of these does.
    private static func isForAMachine(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(1024), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
            .lowercased()
        return ["<!", "<?", "<html", "<head", "<body", "<script", "<svg", "<iframe", "#!"].contains {
            start.hasPrefix($0)
        }
    }

    private static let archive: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

    /// An archive of Office Open XML names its parts in clear; no macros are among them.
    private static func isArchive(_ bytes: [UInt8], holding part: String) -> Bool {
        bytes.starts(with: archive) && holds(bytes, "[Content_Types].xml") && holds(bytes, part)
            && !holds(bytes, "vbaProject.bin")
    }

    private static func holds(_ bytes: [UInt8], _ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard let first = wanted.first, bytes.count >= wanted.count else { return false }
        return bytes.indices.dropLast(wanted.count - 1).contains { place in
            bytes[place] == first && bytes[place..<place + wanted.count].elementsEqual(wanted)
        }
    }

    /// The name under which such a file is given out. Its ending must not make the machine of whoever opens it take the
    /// bytes for something else: a PDF that is called a web page could be both.
    func safeName(_ name: String) -> String {
        endings.contains { name.lowercased().hasSuffix(".\($0)") } ? name : "\(name).\(endings[0])"
    }

    private var endings: [String] {
        switch self {
        case .pdf: ["pdf"]
        case .png: ["png"]
        case .jpeg: ["jpg", "jpeg"]
        case .word: ["docx"]
        case .sheet: ["xlsx"]
        case .openText: ["odt"]
        case .plain: ["txt"]
        }
    }

    /// As a form offers them: `.pdf,.png`.
    static let endings = allCases.flatMap(\.endings).map { ".\($0)" }.joined(separator: ",")

    /// As a refusal lists them.
    static let known = allCases.map(\.rawValue).joined(separator: ", ")
}
