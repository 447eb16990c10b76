import Access
import HTTPTypes

/// The public site as routes: released figures, for anybody, in each of its languages.
package enum SiteRoutes {
    /// - Parameter stand: Where the site stands; what is exchanged there is shown from then on.
    package static func routes(_ stand: SiteStand) -> [Route] {
        let rule = RouteRule.granted(.readRelease, for: [.publication])
        return stand.patterns.map { pattern in
            let export: Export? = SiteStand.downloads.contains(pattern) ? .releasedFile : nil
            return Route(.get, pattern, rule: rule, giving: export) { exchange in
                stand.answer(Question(exchange))
            }
        }
    }
}
