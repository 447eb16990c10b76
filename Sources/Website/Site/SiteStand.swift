package import Publication
import Synchronization

/// The public site as it stands at this moment. It is exchanged whole: a reader meets the one before or the one after,
/// and never parts of both.
package final class SiteStand: Sendable {
    private let answers: Mutex<SiteAnswers>
    /// Addresses that no release and no notice changes: languages and the style sheet are read once.
    let patterns: [String]
    /// Of the files of releases and of notices.
    static let downloads = ["/releases/{release}/{file}", "/notices/{notice}/{file}"]

    package init(_ site: Site) {
        answers = Mutex(SiteAnswers(site))
        patterns =
            ["/", "/\(site.styleSheetName)"] + SiteStand.downloads
            + site.languages.map { "/\($0.language)/{page...}" }
    }

    /// From the next request on, this one. Pages kept of the one before go with it.
    ///
    /// - Parameter site: Of the same languages and the same style sheet.
    package func exchange(for site: Site) {
        let next = SiteAnswers(site)
        answers.withLock { $0 = next }
    }

    func answer(_ question: Question) -> Answer { answers.withLock { $0 }.answer(question) }
}
