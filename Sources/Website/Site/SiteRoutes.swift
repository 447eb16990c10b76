import Access
import HTTPTypes
package import Publication

/// The public site as routes: released figures, for anybody, in each of its languages.
package enum SiteRoutes {
    /// - Parameter site: Read and kept: it does not change while the house is open.
    package static func routes(_ site: Site) -> [Route] {
        let answers = SiteAnswers(site)
        let rule = RouteRule.granted(.readRelease, for: [.publication])
        let patterns =
            ["/", "/\(site.styleSheetName)", "/releases/{release}/{file}"]
            + site.languages.map { "/\($0.language)/{page...}" }
        return patterns.map { pattern in
            Route(.get, pattern, rule: rule) { exchange in
                answers.answer(Question(exchange))
            }
        }
    }
}
