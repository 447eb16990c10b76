import HTTPTypes
import Publication

/// Routes that every house has: its style sheet and icon, the choice of language, the quick exit, and a sign of life.
package enum HouseRoutes {
    /// - Parameters:
    ///   - exit: Where the quick exit leads.
    ///   - leave: Ends the session that the exchange was asked in, where there is one.
    package static func routes(
        _ pages: Pages, exit: String, leave: @escaping @Sendable (Exchange) async -> Void = { _ in }
    ) -> [Route] {
        let icon = KeptContent(pages.icon.drawing, type: "image/svg+xml")
        return [
            kept(KeptContent(pages.styleSheet, type: "text/css; charset=utf-8"), at: pages.styleSheetPath),
            kept(icon, at: pages.icon.path),
            // Where browsers look for it unasked, beside what is no page.
            kept(icon, at: "/favicon.ico", "public, max-age=86400"),
            Route(.get, "\(HousePaths.language)/{tag}", rule: .anybody, handler: chooseLanguage),
            Route(.get, HousePaths.exit, rule: .arriving) { await quickExit($0, to: exit, leave: leave) },
            Route(.get, "/alive", rule: .anybody, voice: .interface) { _ in .done }, ProblemMeaning.route,
        ]
    }

    /// - Parameter caching: For ever, where the hash of the content is in its name.
    private static func kept(
        _ content: KeptContent, at path: String, _ caching: String = "public, max-age=31536000, immutable"
    ) -> Route {
        Route(.get, path, rule: .anybody) { _ in
            Answer(status: 200, headers: [.cacheControl: caching], content: .kept(content))
        }
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
