import HTTPTypes
import Hummingbird
import NIOCore

/// Turns requests into calls, answers into responses, and writes one line for each.
struct HouseResponder: HTTPResponder {
    /// A request's connection.
    struct Context: InitializableFromSource {
        let channel: any Channel

        init(source: ApplicationRequestContextSource) { channel = source.channel }
    }

    let reception: Reception
    let settings: ServingSettings
    let log: @Sendable (String) -> Void

    func respond(to request: Request, context: Context) async throws -> Response {
        let start = ContinuousClock.now
        let peer = context.channel.remoteAddress?.ipAddress ?? "127.0.0.1"
        let call = Call(request, peer: peer, settings: settings)
        let reply = await reception.reply(to: call)
        var response = ResponseMaker(call: call, reply: reply).response()
        let microseconds = Int((ContinuousClock.now - start) / .microseconds(1))
        let bytes = response.body.contentLength.map(String.init) ?? "-"
        log("\(line(call, reply)) \(response.status.code) \(bytes) \(microseconds)us")
        if reply.answer.endsConnection { response = ending(response, context.channel) }
        return call.method == .head ? response.createHeadResponse() : response
    }

    /// Without queries, and without a path that may name a record: such requests go by the pattern of their route.
    private func line(_ call: Call, _ reply: Reception.Reply) -> String {
        let path =
            reply.isForAnybody && reply.answer.status < 400
            ? Question.loggable(String(call.target.prefix { $0 != "?" })) : reply.route?.pattern ?? "-"
        return "\(Question.loggable(call.method.rawValue)) \(path)"
    }

    /// Closes the connection a moment after the answer: at once, and the reader might lose the answer with it.
    private func ending(_ response: Response, _ channel: any Channel) -> Response {
        var response = response
        let body = response.body
        response.headers[.connection] = "close"
        response.body = ResponseBody(contentLength: body.contentLength) { writer in
            try await body.write(writer)
            channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
        }
        return response
    }
}
