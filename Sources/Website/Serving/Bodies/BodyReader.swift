import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Reads the body of one request as its route wants it, within its limits, or refuses it.
struct BodyReader: Sendable {
    /// Where uploads wait, sealed.
    let spoolFolder: URL
    /// A body must have arrived after this time and one second more for each 16 KiB that the route takes.
    let patienceSeconds: Int

    /// - Throws: ``RequestRefusal`` as 408, 413, 415 or 400.
    func read(_ body: RequestBody, _ headers: HTTPFields, as rule: BodyRule) async throws -> ExchangeBody {
        // A body that no handler reads is nobody's mistake; it is thrown away unread.
        if rule == .none { return .none }
        let length = headers[.contentLength].flatMap { Int($0) }
        let isThere = length.map { $0 > 0 } ?? (headers[.transferEncoding] != nil || headers[.contentType] != nil)
        guard isThere else { return try BodyReader.empty(rule, headers) }
        try BodyReader.checkType(headers, rule)
        guard (length ?? 0) <= rule.limit else { throw RequestRefusal.bodyTooLarge(limit: rule.limit) }
        let seconds = patienceSeconds + rule.limit >> 14
        return try await Deadline.within(seconds: seconds, else: RequestRefusal.bodyTooSlow(seconds: seconds)) {
            try await readNow(body, headers, rule)
        }
    }

    private func readNow(_ body: RequestBody, _ headers: HTTPFields, _ rule: BodyRule) async throws -> ExchangeBody {
        switch rule {
        case .none: return .none
        case .form(let limit, _): return .form(try BodyReader.form(try await BodyReader.collect(body, limit)))
        case .json(let limit): return .json(try JSONReader.read(try await BodyReader.collect(body, limit)))
        case .upload(let limit, let fields):
            let type = headers[.contentType] ?? ""
            guard ContentType(type).name == "multipart/form-data" else {
                return .upload(try BodyReader.form(try await BodyReader.collect(body, fields)), files: [])
            }
            var collector = UploadCollector(
                reader: try MultipartReader(type: type), limit: limit, fieldLimit: fields,
                spoolFolder: spoolFolder)
            for try await piece in BodyPieces(body) { try await collector.take(Array(piece.readableBytesView)) }
            return try await collector.finish()
        case .raw(let limit):
            let spool = try SealedSpool(folder: spoolFolder)
            var size = 0
            for try await piece in BodyPieces(body) {
                size += piece.readableBytes
                guard size <= limit else { throw RequestRefusal.bodyTooLarge(limit: limit) }
                try await spool.append(Array(piece.readableBytesView))
            }
            try await spool.close()
            let type = ContentType(headers[.contentType] ?? "application/octet-stream").name
            return .raw(UploadedFile(field: "", name: "", type: type, size: size, spool: spool))
        }
    }

    private static func collect(_ body: RequestBody, _ limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in BodyPieces(body) {
            guard bytes.count + piece.readableBytes <= limit else { throw RequestRefusal.bodyTooLarge(limit: limit) }
            bytes += piece.readableBytesView
        }
        return bytes
    }

    private static func form(_ bytes: [UInt8]) throws(RequestRefusal) -> Fields {
        guard let text = String(validating: bytes, as: UTF8.self), let fields = Fields(encoded: text) else {
            throw .bodyUnreadable(reason: "it is not UTF-8 behind its percent signs, or has too many fields")
        }
        return fields
    }

    /// What a request without a body means: a form without fields, but no JSON.
    private static func empty(_ rule: BodyRule, _ headers: HTTPFields) throws(RequestRefusal) -> ExchangeBody {
        switch rule {
        case .none: return .none
        case .form: return .form(Fields())
        case .upload: return .upload(Fields(), files: [])
        case .json, .raw:
            try checkType(headers, rule)
            throw .bodyUnreadable(reason: "it is empty")
        }
    }

    private static func checkType(_ headers: HTTPFields, _ rule: BodyRule) throws(RequestRefusal) {
        let type = ContentType(headers[.contentType] ?? "")
        let charset = type.parameters["charset"]?.lowercased() ?? "utf-8"
        let isPlain = headers[.contentEncoding].map { $0.lowercased() == "identity" } ?? true
        let isKnown =
            switch rule {
            case .none: true
            case .form: type.name == "application/x-www-form-urlencoded"
            case .upload: ["application/x-www-form-urlencoded", "multipart/form-data"].contains(type.name)
            case .json: type.name == "application/json" || type.name.hasSuffix("+json")
            case .raw: true
            }
        guard isKnown, isPlain, charset == "utf-8" || charset == "us-ascii" || !rule.isText else {
            throw .bodyTypeUnknown(expected: rule.expected)
        }
    }
}

extension BodyRule {
    /// Whether the bytes are read as text here.
    fileprivate var isText: Bool {
        if case .raw = self { false } else { true }
    }
}
