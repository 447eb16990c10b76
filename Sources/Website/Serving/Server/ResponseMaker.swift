import HTTPTypes
import Hummingbird
import NIOCore

/// Dresses an answer for the way out: fields of safety, packing, tags, what may be kept and by whom.
struct ResponseMaker {
    let call: Call
    let reply: Reception.Reply

    func response() -> Response {
        let answer = reply.answer
        var headers = SecurityHeaders.fields(isSecure: call.client.isSecure)
        for field in answer.headers { headers[field.name] = field.value }
        for cookie in answer.cookies { headers.append(HTTPField(name: .setCookie, value: cookie)) }
        if !reply.isForAnybody || headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
        switch answer.content {
        case .none: return Response(status: .init(code: answer.status), headers: headers)
        case .kept(let content):
            return bytes(content.body, content.packed, type: content.type, tag: content.tag, headers)
        case .bytes(let bytes, let type):
            let packed = accepts && isWorthPacking(bytes, type) ? Gzip.pack(bytes, effort: .quick) : nil
            return self.bytes(
                ByteBuffer(bytes: bytes), packed.map { ByteBuffer(bytes: $0) }, type: type, tag: tag(of: answer),
                headers)
        case .stream(let type, let length, let pour):
            headers[.contentType] = type
            let body = ResponseBody(contentLength: length) { writer in
                try await pour { try await writer.write(ByteBuffer(bytes: $0)) }
                try await writer.finish(nil)
            }
            return Response(status: .init(code: answer.status), headers: headers, body: body)
        }
    }

    private func bytes(
        _ plain: ByteBuffer, _ packed: ByteBuffer?, type: String, tag: EntityTag?, _ fields: HTTPFields
    ) -> Response {
        var headers = fields
        let body = accepts ? packed ?? plain : plain
        let isPacked = accepts && packed != nil
        headers[.vary] = ["Accept-Encoding", fields[.vary]].compactMap(\.self).joined(separator: ", ")
        if isPacked { headers[.contentEncoding] = "gzip" }
        if let tag {
            headers[.eTag] = isPacked ? tag.ofPacked.text : tag.text
            if reply.answer.status == 200, call.isReading, knows(tag) {
                headers[.contentEncoding] = nil
                return Response(status: .notModified, headers: headers)
            }
        }
        headers[.contentType] = type
        headers[.contentLength] = String(body.readableBytes)
        return Response(
            status: .init(code: reply.answer.status), headers: headers, body: ResponseBody(byteBuffer: body))
    }

    private func tag(of answer: Answer) -> EntityTag? {
        answer.headers[.eTag].flatMap { EntityTag.list($0)?.first }
    }

    private func knows(_ tag: EntityTag) -> Bool {
        guard let field = call.headers[.ifNoneMatch] else { return false }
        return EntityTag.list(field)?.contains(tag) ?? true
    }

    /// Whether the reader unpacks gzip: named without a weight of nought.
    private var accepts: Bool {
        (call.headers[.acceptEncoding] ?? "").lowercased().split(separator: ",").contains { piece in
            let parts = piece.split(separator: ";").map(\.trimmed)
            return ["gzip", "x-gzip"].contains(parts.first ?? "")
                && !parts.dropFirst().contains { $0.hasPrefix("q=0") && Double($0.dropFirst(2)) == 0 }
        }
    }

    /// Less than a packet, or packed already, is sent as it is.
    private func isWorthPacking(_ bytes: [UInt8], _ type: String) -> Bool {
        bytes.count > 1200
            && ["text/", "application/json", "application/problem+json", "application/xml", "image/svg+xml"]
                .contains { type.hasPrefix($0) }
    }
}
