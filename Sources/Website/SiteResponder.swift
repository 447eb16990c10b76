import HTTPTypes
import Hummingbird
import NIOCore

/// Turns a request into a question to ``Answers`` and its answer into a response.
struct SiteResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let answers: Answers
    let log: @Sendable (String) -> Void

    func respond(to request: Request, context: Context) async throws -> Response {
        let start = ContinuousClock.now
        let question = Question(
            isReading: request.method == .get || request.method == .head, path: request.uri.path,
            query: request.uri.query ?? "", languages: request.headers[.acceptLanguage] ?? "",
            knownTag: request.headers[.ifNoneMatch] ?? "",
            acceptsGzip: (request.headers[.acceptEncoding] ?? "").contains("gzip"))
        let answer = answers.answer(question)
        var response = response(answer, for: question)
        let bytes = response.body.contentLength ?? 0
        if request.method == .head { response = response.createHeadResponse() }
        let microseconds = (ContinuousClock.now - start) / .microseconds(1)
        log("\(request.method) \(Question.loggable(request.uri.path)) \(answer.status) \(bytes) \(Int(microseconds))us")
        return response
    }

    private func response(_ answer: Answer, for question: Question) -> Response {
        var headers = SecurityHeaders.fields
        for (name, value) in answer.headers { headers[name] = value }
        guard let content = answer.content else {
            return Response(status: .init(code: answer.status), headers: headers)
        }
        let isPacked = question.acceptsGzip && content.packed != nil
        let body = isPacked ? content.packed ?? content.body : content.body
        let tag = isPacked ? content.packedTag : content.tag
        headers[.eTag] = tag
        headers[.vary] = "Accept-Encoding"
        if isPacked { headers[.contentEncoding] = "gzip" }
        if answer.status == 200, question.knows(tag) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = content.type
        headers[.contentLength] = String(body.readableBytes)
        return Response(
            status: .init(code: answer.status), headers: headers, body: ResponseBody(byteBuffer: body))
    }
}
