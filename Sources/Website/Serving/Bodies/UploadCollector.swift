import Foundation

/// Puts the parts of an upload together while they arrive: fields in memory, files into sealed spools.
struct UploadCollector {
    private static let mostFiles = 20
    private var reader: MultipartReader
    private let limit: Int
    /// In bytes, of all fields that are no files.
    private let fieldLimit: Int
    private let spoolFolder: URL
    private var taken = 0
    private var fieldBytes = 0
    private var fields: [Fields.Field] = []
    private var files: [UploadedFile] = []
    private var head: MultipartHead?
    private var value: [UInt8] = []
    private var spool: SealedSpool?
    private var size = 0

    init(reader: MultipartReader, limit: Int, fieldLimit: Int, spoolFolder: URL) {
        self.reader = reader
        self.limit = limit
        self.fieldLimit = fieldLimit
        self.spoolFolder = spoolFolder
    }

    mutating func take(_ bytes: [UInt8]) async throws {
        taken += bytes.count
        guard taken <= limit else { throw RequestRefusal.bodyTooLarge(limit: limit) }
        for event in try reader.take(bytes) {
            switch event {
            case .began(let head): try begin(head)
            case .bytes(let bytes): try await add(bytes)
            case .ended: try await end()
            }
        }
    }

    func finish() async throws -> ExchangeBody {
        try reader.finish()
        return .upload(Fields(fields), files: files)
    }

    private mutating func begin(_ head: MultipartHead) throws {
        self.head = head
        value = []
        size = 0
        spool = head.fileName == nil ? nil : try SealedSpool(folder: spoolFolder)
        guard files.count < UploadCollector.mostFiles else {
            throw RequestRefusal.bodyUnreadable(reason: "it has more than \(UploadCollector.mostFiles) files")
        }
    }

    private mutating func add(_ bytes: [UInt8]) async throws {
        size += bytes.count
        if let spool { return try await spool.append(bytes) }
        fieldBytes += bytes.count
        guard fieldBytes <= fieldLimit else {
            throw RequestRefusal.bodyTooLarge(limit: fieldLimit)
        }
        value += bytes
    }

    private mutating func end() async throws {
        guard let head else { return }
        if let spool, let name = head.fileName {
            try await spool.close()
            // A field for a file that was left empty sends a part without name and bytes.
            if size > 0 || !name.isEmpty {
                files.append(
                    UploadedFile(
                        field: head.name, name: name.isEmpty ? "file" : name, type: head.type, size: size,
                        spool: spool))
            }
            self.spool = nil
        } else {
            guard let text = String(validating: value, as: UTF8.self) else {
                throw RequestRefusal.bodyUnreadable(reason: "a field is not UTF-8")
            }
            fields.append(Fields.Field(name: head.name, value: text))
        }
    }
}
