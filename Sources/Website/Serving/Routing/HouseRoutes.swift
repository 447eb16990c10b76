import HTTPTypes
import Publication

/// Routes that every house has: its style sheet, the choice of language, the quick exit, and a sign of life.
package enum HouseRoutes {
    /// - Parameters:
    ///   - exit: Where the quick exit leads.
    ///   - leave: Ends the session that the exchange was asked in, where there is one.
    package static func routes(
        _ pages: Pages, exit: String, leave: @escaping @Sendable (Exchange) async -> Void = { _ in }
    ) -> [Route] {
        let sheet = KeptContent(pages.styleSheet, type: "text/css; charset=utf-8")
        return [
            Route(.get, pages.styleSheetPath, rule: .anybody) { _ in
                Answer(
                    status: 200, headers: [.cacheControl: "public, max-age=31536000, immutable"],
                    content: .kept(sheet))
            },
            Route(.get, "\(HousePaths.language)/{tag}", rule: .anybody, handler: chooseLanguage),
            Route(.get, HousePaths.exit, rule: .arriving) { await quickExit($0, to: exit, leave: leave) },
            Route(.get, "/alive", rule: .anybody, voice: .interface) { _ in .done }, ProblemMeaning.route,
        ]
    }

    /// Remembers the language for a year and goes back to where the person was.
    private static func chooseLanguage(_ exchange: Exchange) throws -> Answer {
        let tag = exchange.parameter("tag")
        guard exchange.pages.languages.contains(where: { $0.language == tag }) else { throw RequestRefusal.notFound }
        var answer = Answer.redirect(to: exchange.query["after"] ?? "/")
        answer.cookies = [CookieKind.language.setting(tag, lasting: 31_536_000, isSecure: exchange.isSecure)]
        return answer
    }

    /// A link and not a form, so that one press is enough everywhere. A link of another site leads on, but ends nothing.
    private static func quickExit(
        _ exchange: Exchange, to exit: String, leave: @Sendable (Exchange) async -> Void
    ) async -> Answer {
        let answer = Answer(status: 303, headers: [.location: exit])
        guard !FormCheck.cameFromElsewhere(exchange.headers, host: nil) else { return answer }
        await leave(exchange)
        return answer.forgettingEverything(isSecure: exchange.isSecure)
    }
}

extension Answer {
    /// The same, and the browser forgets the session and every page that it kept of this house.
    package func forgettingEverything(isSecure: Bool) -> Answer {
        var answer = self
        if let field = HTTPField.Name("Clear-Site-Data") {
            answer.headers[field] = "\"cache\", \"cookies\", \"storage\""
        }
        answer.cookies += [CookieKind.session, .arrival].map { $0.setting("", lasting: 0, isSecure: isSecure) }
        return answer
    }
}
