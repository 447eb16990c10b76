package import HTTPTypes

/// One address with one method: who may come, which body is read, and what answers.
package struct Route: Sendable {
    /// Answers one request. Throw a ``CodedFailure``: it becomes the status and the page or problem that belong to its
    /// code. Anything else thrown is answered with 500, logged, and not shown.
    package typealias Handler = @Sendable (Exchange) async throws -> Answer

    /// In what form failures of this route are told.
    package enum Voice: String, Hashable, Sendable {
        /// An HTML page with the frame of the house.
        case page
        /// `application/problem+json`, RFC 9457.
        case interface
    }

    package let method: HTTPRequest.Method
    /// As ``RoutePattern`` reads it: `/records/{mechanism}/{record}`.
    package let pattern: String
    package let rule: RouteRule
    package let body: BodyRule
    package let voice: Voice
    /// What is taken out of the house by it; nil where nothing is.
    package let export: Export?
    package let handler: Handler

    /// - Parameters:
    ///   - method: GET answers HEAD too; OPTIONS is answered for every route.
    ///   - pattern: Parts of `a-z`, `0-9`, `.`, `_` and `-`; `{name}` for one part of any text, `{name...}` for the rest.
    ///   - rule: Who may come; there is no default on purpose.
    ///   - body: Which bodies are read, and how much of them; nothing by default.
    ///   - voice: A page by default.
    ///   - export: What it gives to take along; a file that is not announced here is not sent.
    package init(
        _ method: HTTPRequest.Method, _ pattern: String, rule: RouteRule, body: BodyRule = .none, voice: Voice = .page,
        giving export: Export? = nil, handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern
        self.rule = rule
        self.body = body
        self.voice = voice
        self.export = export
        self.handler = handler
    }

    /// `GET`, for those who know no HTTP.
    package var methodName: String { method.rawValue }
}
