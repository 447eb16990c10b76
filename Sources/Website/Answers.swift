import HTTPTypes
import Hummingbird
import NIOCore
import Publication
import Synchronization

/// Answers of one set of releases, made when first asked for and kept: the releases do not change while the site runs.
final class Answers: Sendable {
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
        let language = parts.first.map(String.init).flatMap { tags.contains($0) ? $0 : nil }
        guard question.isReading else {
            return problem(.refused, 405, language: language, headers: [.allow: "GET, HEAD"])
        }
        switch (parts.first, parts.count) {
        case (nil, _): return home(question.languages)
        case (let first?, 1) where first == site.styleSheetName: return keep("style", styleSheet)
        case ("releases"?, 3): return download(parts)
        default: break
        }
        guard let language else { return problem(.notFound, 404, language: best(question.languages)) }
        guard let address = PageAddress(path: Array(parts.dropFirst()), query: question.fields) else {
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
                    content: Answer.Content(html, type: "text/html; charset=utf-8"))
            }
        }
    }

    private func styleSheet() -> Answer {
        Answer(
            status: 200, headers: [.cacheControl: "public, max-age=31536000, immutable"],
            content: Answer.Content(site.styleSheet, type: "text/css; charset=utf-8"))
    }

    /// `/releases/N/FILE`: the bytes that were released, under the name that they have in the archive.
    private func download(_ parts: [Substring]) -> Answer {
        guard let number = Int(parts[1]), String(number) == parts[1],
            let bytes = site.download(String(parts[2]), of: number)
        else { return problem(.notFound, 404, language: nil) }
        let name = String(parts[2])
        let type =
            name.hasSuffix(".csv")
            ? "text/csv; charset=utf-8" : name.hasSuffix(".json") ? "application/json" : "text/plain; charset=utf-8"
        var headers: [HTTPField.Name: String] = [
            .cacheControl: "public, max-age=86400", .contentDisposition: "attachment; filename=\"\(name)\"",
        ]
        if let field = HTTPField.Name("Repr-Digest") { headers[field] = Answer.Content.digestField(bytes) }
        return keep("releases/\(number)/\(name)") {
            Answer(status: 200, headers: headers, content: Answer.Content(bytes, type: type))
        }
    }

    private func home(_ languages: String) -> Answer {
        Answer(
            status: 302,
            headers: [
                .location: PageAddress.index.path(in: best(languages) ?? "en"), .vary: "Accept-Language",
                .cacheControl: "no-cache",
            ], content: nil)
    }

    private func best(_ languages: String) -> String? { LanguageChoice.best(for: languages, of: tags) }

    private func problem(
        _ problem: PageProblem, _ status: Int, language: String?, headers: [HTTPField.Name: String] = [:]
    ) -> Answer {
        let made = keep("problem/\(problem.rawValue)/\(language ?? "")") {
            Answer(
                status: status, headers: [:],
                content: Answer.Content(site.html(problem, in: language), type: "text/html; charset=utf-8"))
        }
        return Answer(
            status: status, headers: headers.merging([.cacheControl: "no-store"]) { $1 }, content: made.content)
    }

    private func keep(_ key: String, isKept: (Answer) -> Bool = { _ in true }, _ make: () -> Answer) -> Answer {
        if let found = kept.withLock({ $0[key] }) { return found }
        let made = make()
        guard isKept(made) else { return made }
        kept.withLock { answers in
            if answers.count >= Answers.mostKept { answers.removeAll(keepingCapacity: true) }
            answers[key] = made
        }
        return made
    }
}

extension Answer.Content {
    init(_ bytes: [UInt8], type: String) {
        let hash = String(digest(of: bytes).prefix(24))
        self.init(
            type: type, body: ByteBuffer(bytes: bytes), packed: Gzip.pack(bytes).map { ByteBuffer(bytes: $0) },
            tag: "\"\(hash)\"", packedTag: "\"\(hash)-gzip\"")
    }

    /// The hash of a file as RFC 9530 has it, so that a download can be checked without the release's page.
    static func digestField(_ bytes: [UInt8]) -> String { "sha-256=:\(digestInBase64(of: bytes)):" }
}
