import Access
import HTTPTypes
import Publication
import Synchronization

/// Answers of one set of releases and notices, made when first asked for and kept: these do not change while the site runs.
final class SiteAnswers: Sendable {
    private let site: Site
    private let kept: Mutex<[String: Answer]>
    private let tags: [String]

    /// A reader who asks for every face of every table must not fill the memory.
    private static let mostKept = 2000

    init(_ site: Site) {
        self.site = site
        kept = Mutex([:])
        tags = site.languages.map(\.language)
    }

    func answer(_ question: Question) -> Answer {
        guard let parts = question.parts else { return problem(.notFound, 404, language: nil) }
        let language = parts.first.flatMap { tags.contains($0) ? $0 : nil }
        switch (parts.first, parts.count) {
        case (nil, _): return home(question.languages)
        case (let first?, 1) where first == site.styleSheetName: return keep("style", styleSheet)
        case ("releases"?, 3): return download(parts, kept: "public, max-age=86400") { site.download($0, of: $1) }
        // A notice that is withdrawn is gone from everywhere: nobody keeps its files without asking again.
        case ("notices"?, 3): return download(parts, kept: "no-cache") { site.download($0, ofNotice: $1) }
        default: break
        }
        guard let language else { return problem(.notFound, 404, language: best(question.languages)) }
        guard let address = PageAddress(path: parts.dropFirst().map { $0[...] }, query: question.fields) else {
            return problem(.notFound, 404, language: language)
        }
        return page(address, language)
    }

    /// Kept under what was asked and under what it settles to, so that many spellings share one page.
    private func page(_ asked: PageAddress, _ language: String) -> Answer {
        keep(asked.path(in: language), isKept: { $0.status == 200 }) {
            let address = site.settled(asked)
            return keep(address.path(in: language), isKept: { $0.status == 200 }) {
                guard let html = site.html(address, in: language) else {
                    return problem(.notFound, 404, language: language)
                }
                return Answer(
                    status: 200, headers: [.cacheControl: "no-cache", .contentLanguage: language],
                    content: .kept(KeptContent(html, type: "text/html; charset=utf-8")))
            }
        }
    }

    private func styleSheet() -> Answer {
        Answer(
            status: 200, headers: [.cacheControl: "public, max-age=31536000, immutable"],
            content: .kept(KeptContent(site.styleSheet, type: "text/css; charset=utf-8")))
    }

    /// `/releases/N/FILE`, `/notices/N/FILE`: the bytes that were published, under the name that they have in the archive.
    private func download(
        _ parts: [String], kept caching: String, _ file: (_ name: String, _ number: Int) -> [UInt8]?
    ) -> Answer {
        let name = parts[2]
        guard let number = Int(parts[1]), String(number) == parts[1], let bytes = file(name, number)
        else { return problem(.notFound, 404, language: nil) }
        let type =
            name.hasSuffix(".csv")
            ? "text/csv; charset=utf-8" : name.hasSuffix(".json") ? "application/json" : "text/plain; charset=utf-8"
        return keep("\(parts[0])/\(number)/\(name)") {
            var answer = Answer.file(
                .kept(KeptContent(bytes, type: type)), name: name, as: .releasedFile, marked: .public)
            answer.headers[.cacheControl] = caching
            // RFC 9530: a download can be checked without the release's page.
            if let field = HTTPField.Name("Repr-Digest") {
                answer.headers[field] = "sha-256=:\(digestInBase64(of: bytes)):"
            }
            return answer
        }
    }

    private func home(_ languages: String) -> Answer {
        Answer(
            status: 302,
            headers: [
                .location: PageAddress.index.path(in: best(languages) ?? "en"), .vary: "Accept-Language",
                .cacheControl: "no-cache",
            ])
    }

    private func best(_ languages: String) -> String? { LanguageChoice.best(for: languages, of: tags) }

    private func problem(_ problem: PageProblem, _ status: Int, language: String?) -> Answer {
        let made = keep("problem/\(problem.rawValue)/\(language ?? "")") {
            let html = site.html(problem, in: language)
            return Answer(status: status, content: .kept(KeptContent(html, type: "text/html; charset=utf-8")))
        }
        return made.with(.cacheControl, "no-store")
    }

    private func keep(_ key: String, isKept: (Answer) -> Bool = { _ in true }, _ make: () -> Answer) -> Answer {
        if let found = kept.withLock({ $0[key] }) { return found }
        let made = make()
        guard isKept(made) else { return made }
        kept.withLock { answers in
            if answers.count >= SiteAnswers.mostKept { answers.removeAll(keepingCapacity: true) }
            answers[key] = made
        }
        return made
    }
}
